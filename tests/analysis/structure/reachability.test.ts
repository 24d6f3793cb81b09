import { describe, expect, it } from 'vitest';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import { reachability } from '../../../core/src/analysis/structure/flow/reachability.ts';
import { draw } from './draw.ts';

describe('reachability', () => {
  it('tells steps nobody reaches from those only a failure reaches', () => {
    const graph = draw(`
      begin: work
      work: done failure>standIn
      standIn: done
      forgotten: done
      done: .`);
    expect(reachability(indexFlows(graph))).toEqual({
      unreached: ['forgotten'],
      reachedByExitOnly: ['standIn'],
      cannotEnd: [],
      endsByExitOnly: [],
    });
  });

  it('tells steps that lead to no end from those that only a timeout leads to one', () => {
    const graph = draw(`
      begin choice: wait lost
      wait wait: begin timeout>done
      lost: lostToo
      lostToo:
      done: .`);
    expect(reachability(indexFlows(graph))).toEqual({
      unreached: [],
      reachedByExitOnly: ['done'],
      cannotEnd: ['lost', 'lostToo'],
      endsByExitOnly: ['begin', 'wait'],
    });
  });

  it('reaches nothing from a start that does not exist, and leaves out arrows to nowhere', () => {
    const graph = { ...draw('only: nowhere .'), start: 'missing' };
    const flows = indexFlows(graph);
    expect(reachability(flows).unreached).toEqual(['only']);
    expect(flows.complete.arrows).toEqual([]);
  });
});
