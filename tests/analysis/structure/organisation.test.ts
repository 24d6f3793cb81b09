import { describe, expect, it } from 'vitest';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import { metricsOf } from '../../../core/src/analysis/structure/metrics.ts';
import { mostApprovals } from '../../../core/src/analysis/structure/organisation/approvals.ts';
import { mostDepartments } from '../../../core/src/analysis/structure/organisation/departments.ts';
import { dutyConflicts } from '../../../core/src/analysis/structure/organisation/duties.ts';
import { humanExits } from '../../../core/src/analysis/structure/organisation/human-exits.ts';
import { orphans } from '../../../core/src/analysis/structure/organisation/orphans.ts';
import { draw, type Details } from './draw.ts';

const flowOf = (drawing: string, details: Details = {}) =>
  indexFlows(draw(drawing, details)).complete;

describe('segregation of duties', () => {
  const drawing = 'draft: check \n check: sign \n sign approval: .';

  it('names the role that writes what it approves', () => {
    const flow = flowOf(drawing, {
      draft: { role: 'clerk', writes: ['offer'] },
      check: { role: 'lawyer' },
      sign: { role: 'clerk', decides: ['offer'] },
    });
    expect(dutyConflicts(flow)).toEqual([
      {
        at: 'sign',
        role: 'clerk',
        decides: 'offer',
        performer: 'draft',
        path: ['draft', 'check', 'sign'],
      },
    ]);
  });

  it('names the role that performs the step it approves, also as a further approver', () => {
    const flow = flowOf(drawing, {
      check: { role: 'lawyer' },
      sign: { role: 'boss', approvers: ['lawyer'], decides: ['check'] },
    });
    expect(dutyConflicts(flow)).toMatchObject([{ role: 'lawyer', performer: 'check' }]);
  });

  it('has nothing against another role, other work or work that comes after', () => {
    const sign = { role: 'clerk', decides: ['offer'] };
    const other = { draft: { role: 'lawyer', writes: ['offer'] }, sign };
    expect(dutyConflicts(flowOf(drawing, other))).toEqual([]);
    const elsewhere = { draft: { role: 'clerk', writes: ['memo'] }, sign };
    expect(dutyConflicts(flowOf(drawing, elsewhere))).toEqual([]);
    const later = { carryOut: { role: 'clerk', writes: ['offer'] }, sign };
    const after = 'sign approval: carryOut \n carryOut: .';
    expect(dutyConflicts(flowOf(after, later))).toEqual([]);
  });
});

describe('the most approvals', () => {
  it('count along one way, not over branches', () => {
    const flow = flowOf(`
      first approval: split
      split parallel: a b
      a approval: second
      second approval: meet
      b approval: meet
      meet join of split: done
      done: .`);
    expect(mostApprovals(flow)).toEqual({
      distinct: 3,
      steps: ['first', 'a', 'second'],
      repeated: 3,
    });
  });

  it('of a loop come max times more', () => {
    const flow = flowOf(
      'work: sign \n sign approval: look \n look choice: loop2>work done \n done: .',
    );
    expect(mostApprovals(flow)).toEqual({ distinct: 1, steps: ['sign'], repeated: 3 });
  });

  it('have no limit in a loop without max', () => {
    const flow = flowOf('sign approval: look \n look choice: loop>sign done \n done: .');
    expect(mostApprovals(flow).repeated).toBe(Number.POSITIVE_INFINITY);
  });

  it('have a limit when the loop without max holds none of them', () => {
    const flow = flowOf('sign approval: look \n look: look done \n done: .');
    expect(mostApprovals(flow).repeated).toBe(1);
  });

  it('of two loops one after the other add up', () => {
    const flow = flowOf(`
      a approval: askA
      askA choice: loop2>a b
      b approval: askB
      askB choice: loop3>b done
      done: .`);
    expect(mostApprovals(flow)).toEqual({ distinct: 2, steps: ['a', 'b'], repeated: 7 });
  });

  it('are none in a process without approvals', () => {
    expect(mostApprovals(flowOf('only: .'))).toEqual({ distinct: 0, steps: [], repeated: 0 });
  });
});

describe('the most departments', () => {
  const at = (department: string) => ({ department });

  it('are those of the widest way', () => {
    const drawing = 'a choice: b c \n b: d \n c: . \n d: .';
    const details = { a: at('sales'), b: at('stock'), c: at('law'), d: at('sales') };
    expect(mostDepartments(flowOf(drawing, details)).departments).toEqual(['sales', 'stock']);
  });

  it('are those of all branches after a join', () => {
    const drawing = 'split parallel: a b \n a: meet \n b: meet \n meet join of split: c \n c: .';
    const details = { a: at('stock'), b: at('law'), c: at('sales') };
    expect(mostDepartments(flowOf(drawing, details))).toEqual({
      departments: ['stock', 'law', 'sales'],
      isExact: true,
    });
  });

  it('of alternatives in a loop are all of them', () => {
    const drawing =
      'sort choice: a b \n a: look \n b: look \n look choice: loop2>sort done \n done: .';
    expect(mostDepartments(flowOf(drawing, { a: at('stock'), b: at('law') })).departments).toEqual([
      'stock',
      'law',
    ]);
  });

  it('of alternatives without a loop are one of them', () => {
    const drawing = 'sort choice: a b \n a: done \n b: done \n done: .';
    const { departments } = mostDepartments(flowOf(drawing, { a: at('stock'), b: at('law') }));
    expect(departments).toEqual(['stock']);
  });
});

describe('a human exit', () => {
  const robot = { performer: 'machine', customerFacing: true } as const;
  const human = { performer: 'human' } as const;

  it('is reached by next, failure or hand-off, gateways not counted', () => {
    const drawing = `
      chat: sort
      sort choice: answer
      answer: done handoff>agent
      agent: done
      done: .`;
    const details = { chat: robot, answer: robot, agent: human };
    expect(humanExits(flowOf(drawing, details), 2)).toEqual([
      { at: 'chat', hops: 2, path: ['chat', 'sort', 'answer', 'agent'] },
      { at: 'answer', hops: 1, path: ['answer', 'agent'] },
    ]);
  });

  it('is missing when the nearest human is too far away or there is none', () => {
    const drawing = 'chat: a \n a: b \n b: agent \n agent: .';
    const details = { chat: robot, agent: human };
    expect(humanExits(flowOf(drawing, details), 2)).toEqual([{ at: 'chat', path: [] }]);
    expect(humanExits(flowOf(drawing, details), 3)).toMatchObject([{ hops: 3 }]);
    expect(humanExits(flowOf('chat: .', { chat: robot }), 9)).toEqual([{ at: 'chat', path: [] }]);
  });

  it('is where a human can take over without an arrow', () => {
    const details = { chat: { ...robot, reachesHuman: true } };
    expect(humanExits(flowOf('chat: .', details), 1)).toEqual([
      { at: 'chat', hops: 1, path: ['chat'] },
    ]);
  });

  it('is not asked of steps without customers or with a human', () => {
    const details = { a: { performer: 'machine' }, b: { ...human, customerFacing: true } } as const;
    expect(humanExits(flowOf('a: b \n b: .', details), 1)).toEqual([]);
  });
});

describe('orphans', () => {
  it('are roles and systems without a step, and work without a role', () => {
    const graph = draw('a: sort \n sort choice: b c \n b approval: . \n c: .', {
      a: { role: 'clerk', systems: ['crm'] },
      b: { role: 'boss', approvers: ['board'] },
    });
    const declared = { roles: ['clerk', 'boss', 'board', 'guard'], systems: ['crm', 'fax'] };
    expect(orphans(graph, declared)).toEqual({
      roles: ['guard'],
      systems: ['fax'],
      stepsWithoutRole: ['c'],
    });
  });
});

describe('metrics', () => {
  it('count nested splits, ways and roles', () => {
    const graph = draw(
      `
      a: sort
      sort choice: b split
      split parallel: c d
      c: meet
      d: meet
      meet join of split: e
      b: e
      e: .`,
      { a: { role: 'x' }, b: { role: 'x' }, c: { role: 'y' }, d: { role: 'x' }, e: { role: 'x' } },
    );
    expect(metricsOf(indexFlows(graph))).toEqual({
      steps: 8,
      arrows: 9,
      density: 9 / 56,
      complexity: 3,
      depth: 2,
      degree: 3,
      handOffs: 2,
    });
  });

  it('of one step are zero', () => {
    expect(metricsOf(indexFlows(draw('only: .')))).toEqual({
      steps: 1,
      arrows: 0,
      density: 0,
      complexity: 0,
      depth: 0,
      degree: 0,
      handOffs: 0,
    });
  });
});
