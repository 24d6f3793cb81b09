import { describe, expect, it } from 'vitest';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import { loopsOf, failureCycles } from '../../../core/src/analysis/structure/flow/loops.ts';
import { reachability } from '../../../core/src/analysis/structure/flow/reachability.ts';
import { metricsOf } from '../../../core/src/analysis/structure/metrics.ts';
import { askedTwice } from '../../../core/src/analysis/structure/data/asked-twice.ts';
import { unusedData } from '../../../core/src/analysis/structure/data/unused-data.ts';
import { unwrittenReads } from '../../../core/src/analysis/structure/data/unwritten-reads.ts';
import { mostApprovals } from '../../../core/src/analysis/structure/organisation/approvals.ts';
import { mostDepartments } from '../../../core/src/analysis/structure/organisation/departments.ts';
import { dutyConflicts } from '../../../core/src/analysis/structure/organisation/duties.ts';
import { humanExits } from '../../../core/src/analysis/structure/organisation/human-exits.ts';
import { stageFaults } from '../../../core/src/analysis/structure/organisation/stages.ts';
import {
  checkSoundness,
  stateSpace,
} from '../../../core/src/analysis/structure/soundness/soundness.ts';
import { draw } from './draw.ts';

const human = { performer: 'human', department: 'customer_service' } as const;
const bot = { role: 'bot', performer: 'machine' } as const;

const complaint = draw(
  `
  intake: classify failure>human_intake
  human_intake: classify
  classify automated: route failure>human_intake
  route choice: 0.55>auto_reply 0.35>handle 0.1>urgent_handle
  auto_reply automated: 0.8>feedback 0.2>handle
  urgent_handle: feedback
  handle: 0.4>split 0.6>feedback failure>urgent_handle
  split parallel: check_goods tell_customer
  check_goods: together
  tell_customer automated: together
  together join of split: approve
  approve approval: feedback
  feedback: 0.9>archive loop2>handle leave>urgent_handle
  archive automated: .`,
  {
    intake: {
      ...bot,
      stage: 'intake',
      customerFacing: true,
      reachesHuman: true,
      collects: ['contact', 'complaint'],
      writes: ['contact', 'complaint'],
    },
    human_intake: {
      ...human,
      role: 'frontline',
      stage: 'intake',
      collects: ['contact', 'complaint'],
      writes: ['contact', 'complaint'],
    },
    classify: { ...bot, stage: 'classify', reads: ['complaint'] },
    auto_reply: {
      ...bot,
      stage: 'handle',
      customerFacing: true,
      reachesHuman: true,
      reads: ['complaint'],
      writes: ['solution'],
    },
    urgent_handle: {
      ...human,
      role: 'expert',
      stage: 'handle',
      reads: ['complaint', 'contact'],
      writes: ['solution'],
    },
    handle: {
      ...human,
      role: 'frontline',
      stage: 'handle',
      reads: ['complaint', 'contact'],
      writes: ['solution'],
    },
    check_goods: {
      ...human,
      department: 'logistics',
      role: 'warehouse',
      stage: 'handle',
      reads: ['contact', 'evidence'],
      writes: ['solution'],
    },
    tell_customer: { ...bot, stage: 'feedback', customerFacing: true, reads: ['contact'] },
    approve: {
      ...human,
      role: 'team_lead',
      stage: 'handle',
      decides: ['solution'],
      reads: ['solution'],
    },
    feedback: { ...human, role: 'frontline', stage: 'feedback', reads: ['contact', 'solution'] },
    archive: { ...bot, stage: 'archive', reads: ['solution'] },
  },
);

const flows = indexFlows(complaint);
const data = ['contact', 'id_number', 'complaint', 'evidence', 'solution'].map((id) => ({ id }));

describe('the complaint handling of the design', () => {
  it('has 22 reachable states in normal flow and 26 with failures', () => {
    expect(stateSpace(flows.normal)).toEqual({ verdict: 'sound', states: 22 });
    expect(stateSpace(flows.complete)).toEqual({ verdict: 'sound', states: 26 });
  });

  it('is sound by its blocks alone', () => {
    expect(checkSoundness(flows)).toEqual({
      verdict: 'sound',
      decidedBy: 'blocks',
      states: 0,
      findings: [],
    });
  });

  it('reaches human_intake only after a failure', () => {
    expect(reachability(flows)).toEqual({
      unreached: [],
      reachedByExitOnly: ['human_intake'],
      cannotEnd: [],
      endsByExitOnly: [],
    });
  });

  it('has one loop, capped and left, and no round of failures', () => {
    expect(loopsOf(flows)).toEqual([
      {
        steps: [
          'urgent_handle',
          'handle',
          'split',
          'check_goods',
          'tell_customer',
          'together',
          'approve',
          'feedback',
        ],
        exit: 'open',
        uncapped: [],
      },
    ]);
    expect(failureCycles(flows)).toEqual([]);
  });

  it('reads evidence that nothing writes', () => {
    expect(unwrittenReads(flows, data)).toEqual([
      {
        item: 'evidence',
        at: 'check_goods',
        path: ['intake', 'classify', 'route', 'handle', 'split', 'check_goods'],
        alsoAt: [],
        isWritten: false,
        flow: 'normal',
      },
    ]);
  });

  it('declares id_number and uses it nowhere', () => {
    expect(unusedData(complaint, data)).toEqual({ collected: [], declared: ['id_number'] });
  });

  it('asks for contact and complaint again after classify has failed', () => {
    const again = {
      at: 'human_intake',
      before: 'intake',
      path: ['intake', 'classify', 'human_intake'],
      alsoAt: [],
      flow: 'exits',
    };
    expect(askedTwice(flows)).toEqual([
      { item: 'contact', ...again },
      { item: 'complaint', ...again },
    ]);
  });

  it('passes one approval, three with the loop, by nobody who did the work', () => {
    expect(mostApprovals(flows.normal)).toEqual({ distinct: 1, steps: ['approve'], repeated: 3 });
    expect(dutyConflicts(flows.complete)).toEqual([]);
  });

  it('meets two departments', () => {
    expect(mostDepartments(flows.complete)).toEqual({
      departments: ['customer_service', 'logistics'],
      isExact: true,
    });
  });

  it('runs its stages in order', () => {
    const stages = ['intake', 'classify', 'handle', 'feedback', 'archive'];
    expect(stageFaults(flows.normal, stages)).toEqual([]);
  });

  it('gets to a human from every automated step that faces the customer', () => {
    expect(humanExits(flows.complete, 2)).toEqual([
      { at: 'intake', hops: 1, path: ['intake'] },
      { at: 'auto_reply', hops: 1, path: ['auto_reply'] },
      { at: 'tell_customer', hops: 1, path: ['tell_customer', 'together', 'approve'] },
    ]);
  });

  it('has 14 steps, 23 arrows and a complexity of 11', () => {
    const { density, ...metrics } = metricsOf(flows);
    expect(metrics).toEqual({
      steps: 14,
      arrows: 23,
      complexity: 11,
      depth: 3,
      degree: 7,
      handOffs: 9,
    });
    expect(density).toBeCloseTo(23 / 182, 12);
  });
});
