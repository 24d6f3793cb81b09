import { describe, expect, it } from 'vitest';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import { askedTwice } from '../../../core/src/analysis/structure/data/asked-twice.ts';
import type { DataItem } from '../../../core/src/analysis/structure/data/data-flow.ts';
import { unusedData } from '../../../core/src/analysis/structure/data/unused-data.ts';
import { unwrittenReads } from '../../../core/src/analysis/structure/data/unwritten-reads.ts';
import { draw, type Details } from './draw.ts';

function reads(drawing: string, details: Details, items: readonly DataItem[] = []): string[] {
  return unwrittenReads(indexFlows(draw(drawing, details)), items).map(
    ({ item, at, path, flow, isWritten }) =>
      `${item} at ${at} by ${path.join(' ')} in ${flow}${isWritten ? '' : ', never written'}`,
  );
}

function repeats(drawing: string, details: Details): string[] {
  return askedTwice(indexFlows(draw(drawing, details))).map(
    ({ item, at, before, path, flow, parallel }) =>
      `${item} at ${at} after ${before} by ${path.join(' ')} in ${flow}${parallel === undefined ? '' : `, both in ${parallel}`}`,
  );
}

describe('an item read before it is written', () => {
  const twoWays = 'ask choice: call write \n call: use \n write: use \n use: .';
  const block = 'split parallel: a b \n a: meet \n b: meet \n meet join of split: use \n use: .';

  it('is told with a way on which nothing writes it', () => {
    const details = { call: { writes: ['record'] }, use: { reads: ['record'] } };
    expect(reads(twoWays, details)).toEqual(['record at use by ask write use in normal']);
  });

  it('is nothing when every way writes it', () => {
    const details = {
      call: { writes: ['record'] },
      write: { collects: ['record'] },
      use: { reads: ['record'] },
    };
    expect(reads(twoWays, details)).toEqual([]);
  });

  it('is told when nothing writes it at all', () => {
    expect(reads('use: .', { use: { reads: ['record'] } })).toEqual([
      'record at use by use in normal, never written',
    ]);
  });

  it('is nothing when it exists before the start', () => {
    const items = [{ id: 'record', alreadyHeld: true }];
    expect(reads('use: .', { use: { reads: ['record'] } }, items)).toEqual([]);
  });

  it('is nothing when reading it is optional', () => {
    expect(reads('use: .', { use: { optionalReads: ['record'] } })).toEqual([]);
  });

  it('is nothing when the step collects it itself, but writing it comes too late', () => {
    expect(reads('use: .', { use: { reads: ['x'], collects: ['x'] } })).toEqual([]);
    expect(reads('use: .', { use: { reads: ['x'], writes: ['x'] } })).toEqual([
      'x at use by use in normal',
    ]);
  });

  it('is nothing after a join one of whose branches writes it', () => {
    expect(reads(block, { a: { writes: ['x'] }, use: { reads: ['x'] } })).toEqual([]);
  });

  it('is told in the branch beside the one that writes it', () => {
    expect(reads(block, { a: { writes: ['x'] }, b: { reads: ['x'] } })).toEqual([
      'x at b by split b in normal',
    ]);
  });

  it('is told after a join when a choice in the branch leaves it out', () => {
    const drawing = `
      split parallel: sort b
      sort choice: a meet
      a: meet
      b: meet
      meet join of split: use
      use: .`;
    expect(reads(drawing, { a: { writes: ['x'] }, use: { reads: ['x'] } })).toEqual([
      'x at use by split sort meet use in normal',
    ]);
  });

  it('is nothing after a loop that has gone through its first round', () => {
    const drawing =
      'begin: work \n work: ask \n ask choice: loop2>use done \n use: work \n done: .';
    expect(reads(drawing, { work: { writes: ['x'] }, use: { reads: ['x'] } })).toEqual([]);
  });

  const failing = 'ask: use failure>use \n use: .';

  it('is told after a failure, which leaves nothing of the step', () => {
    expect(reads(failing, { ask: { collects: ['x'] }, use: { reads: ['x'] } })).toEqual([
      'x at use by ask use in exits',
    ]);
  });

  it('is nothing after a failure that keeps it', () => {
    const graph = draw(failing, { ask: { collects: ['x'] }, use: { reads: ['x'] } });
    const edges = graph.edges.map((edge) =>
      edge.kind === 'failure' ? { ...edge, keeps: ['x'] } : edge,
    );
    expect(unwrittenReads(indexFlows({ ...graph, edges }), [])).toEqual([]);
  });

  it('names the other steps that read it too', () => {
    const details = { a: { reads: ['x'] }, b: { reads: ['x'] } };
    expect(unwrittenReads(indexFlows(draw('a: b \n b: .', details)), [])).toMatchObject([
      { at: 'a', alsoAt: ['b'] },
    ]);
  });
});

describe('data without a use', () => {
  it('is collected and never read, or declared and never mentioned', () => {
    const graph = draw('ask: use \n use: approve \n approve approval: .', {
      ask: { collects: ['name', 'birthday', 'mood'] },
      use: { reads: ['name'], writes: ['plan'] },
      approve: { decides: ['mood'] },
    });
    const items = [
      ...['name', 'birthday', 'mood', 'plan', 'shoe_size'].map((id) => ({ id })),
      { id: 'contract', usedElsewhere: true },
    ];
    expect(unusedData(graph, items)).toEqual({
      collected: [{ item: 'birthday', at: ['ask'] }],
      declared: ['shoe_size'],
    });
  });
});

describe('an item asked twice', () => {
  const asks = { collects: ['phone'] };

  it('is told with the way from one step to the other', () => {
    expect(repeats('a: b \n b: c \n c: .', { a: asks, c: asks })).toEqual([
      'phone at c after a by a b c in normal',
    ]);
  });

  it('is nothing on alternative channels', () => {
    const drawing = 'sort choice: app hotline \n app: done \n hotline: done \n done: .';
    expect(repeats(drawing, { app: asks, hotline: asks })).toEqual([]);
  });

  it('is told for a step in a loop', () => {
    expect(repeats('a: b \n b choice: loop2>a done \n done: .', { a: asks })).toEqual([
      'phone at a after a by a b a in normal',
    ]);
  });

  it('is told for a step that leads to itself', () => {
    expect(repeats('a: a done \n done: .', { a: asks })).toEqual([
      'phone at a after a by a a in normal',
    ]);
  });

  it('is told for two branches of one parallel', () => {
    const drawing =
      'split parallel: a b \n a: meet \n b: meet \n meet join of split: done \n done: .';
    expect(repeats(drawing, { a: asks, b: asks })).toEqual([
      'phone at b after a by split b in normal, both in split',
    ]);
  });

  it('is nothing when the first step failed, unless the failure keeps the answer', () => {
    const graph = draw('bot: done failure>agent \n agent: done \n done: .', {
      bot: asks,
      agent: asks,
    });
    expect(askedTwice(indexFlows(graph))).toEqual([]);
    const edges = graph.edges.map((edge) =>
      edge.kind === 'failure' ? { ...edge, keeps: ['phone'] } : edge,
    );
    expect(askedTwice(indexFlows({ ...graph, edges }))).toMatchObject([
      { at: 'agent', before: 'bot', path: ['bot', 'agent'], flow: 'exits' },
    ]);
  });

  it('is told when a later step fails', () => {
    const drawing = 'bot: sort \n sort: done failure>agent \n agent: done \n done: .';
    expect(repeats(drawing, { bot: asks, agent: asks })).toEqual([
      'phone at agent after bot by bot sort agent in exits',
    ]);
  });
});
