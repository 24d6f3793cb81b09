import type { Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { shortestPath } from '../flow/paths.ts';
import { isJoin, type Branching } from './branching.ts';
import { colourBranches, type Colours } from './colours.ts';
import { isInside } from './contexts.ts';
import type { Sections } from './sections.ts';
import { foundAlong, stretch, type ArrowFinding } from './witness.ts';

/** Branches that meet in a step that does not wait: it runs once for each of them. */
export function meetings(
  { flow }: Branching,
  parallel: number,
  colours: Colours,
  join: number,
): ArrowFinding[] {
  const steps = new Map(colours.meetings.map((meeting) => [meeting.step, meeting]));
  return [...steps.values()]
    .filter(({ step }) => !isJoin(flow, step))
    .map(({ step, arrow }) =>
      foundAlong(flow, 'runs-twice', step, [parallel, join], {
        from: parallel,
        arrow,
        to: step,
        besides: stretch(flow, parallel, step, (other) => other !== arrow),
      }),
    );
}

/** A branch that does not lead to the join but gets where other work of the case gets as well. */
export function strayBranch(
  sections: Sections,
  parallel: number,
  branch: number,
  join: number,
): ArrowFinding[] {
  const { branching } = sections;
  const { flow, branches } = branching;
  const others = (branches.get(parallel) ?? []).filter((other) => other !== branch);
  const heads = others.map((other) => itemAt(flow.to, other));
  const elsewhere = new Set(orderFrom(flow, [...heads, join]));
  const first = itemAt(flow.to, branch);
  const again = startsAgain(branching, parallel, branch, heads);
  if (again.length > 0) return again;
  const way = meetingWay(flow, first, elsewhere);
  const step = way?.at(-1);
  if (way === undefined || step === undefined) return [];
  if (isJoin(flow, step) && !isJoinAround(sections, step, parallel)) return [];
  const besides = stretch(flow, parallel, step, (arrow) => arrow !== branch);
  const found = foundAlong(flow, 'runs-twice', step, [parallel, join], {
    from: parallel,
    arrow: branch,
    to: step,
    besides,
  });
  return [found];
}

/** The way from a step to the first one that other work reaches too. */
function meetingWay(
  flow: Flow,
  first: number,
  elsewhere: ReadonlySet<number>,
): number[] | undefined {
  const step = orderFrom(flow, [first]).find((reached) => elsewhere.has(reached));
  return step === undefined ? undefined : stretch(flow, first, step);
}

/** What work reaches from some steps without having to wait at a further join. */
function orderFrom(flow: Flow, starts: readonly number[]): number[] {
  const queue = [...starts];
  const seen = new Set(queue);
  for (const step of queue) {
    if (isJoin(flow, step) && !starts.includes(step)) continue;
    for (const arrow of itemAt(flow.outgoing, step)) {
      const head = itemAt(flow.to, arrow);
      if (seen.has(head)) continue;
      seen.add(head);
      queue.push(head); // an array grows under its own loop
    }
  }
  return queue;
}

/** A branch that leads back to its own parallel starts the other branches a second time. */
function startsAgain(
  { flow }: Branching,
  parallel: number,
  branch: number,
  heads: readonly number[],
): ArrowFinding[] {
  const first = itemAt(flow.to, branch);
  const [other] = heads;
  const path = shortestPath(flow, {
    from: [first],
    isGoal: (step) => step === parallel,
    along: (arrow) => !isJoin(flow, itemAt(flow.to, arrow)),
  });
  if (other === undefined || path === undefined || isJoin(flow, first)) return [];
  const way = { from: parallel, arrow: branch, to: parallel, besides: [parallel, other] };
  return [foundAlong(flow, 'runs-twice', other, [parallel], way)];
}

/** A join that closes a parallel inside a branch of another one does not hold its branches up. */
function isJoinWithin(sections: Sections, join: number, parallel: number): boolean {
  const { branching, contexts, pairing } = sections;
  const inner = pairing.parallels.get(join);
  if (inner === undefined) return false;
  return isInside(branching, contexts, itemAt(contexts.before, inner), parallel);
}

/** A join for which all that comes from the parallel is one arrival: a second piece makes it run twice. */
function isJoinAround(sections: Sections, join: number, parallel: number): boolean {
  const { branching, contexts, pairing } = sections;
  const outer = pairing.parallels.get(join);
  if (outer === undefined) return false;
  return isInside(branching, contexts, itemAt(contexts.before, parallel), outer);
}

/** A parallel no join closes: its branches must not meet. */
export function withoutJoin(sections: Sections, parallel: number): ArrowFinding[] {
  const { branching } = sections;
  const { flow } = branching;
  const branches = branching.branches.get(parallel) ?? [];
  const colours = colourBranches(branching, branches, {
    has: (step) => step !== parallel,
    goesOn: (step) => !isJoin(flow, step) || isJoinWithin(sections, step, parallel),
  });
  const found = meetings(branching, parallel, colours, -1);
  const meetingsThere = new Map(colours.meetings.map((meeting) => [meeting.step, meeting]));
  for (const { step, arrow } of meetingsThere.values()) {
    if (!isJoinAround(sections, step, parallel)) continue;
    const besides = stretch(flow, parallel, step, (other) => other !== arrow);
    const way = { from: parallel, arrow, to: step, besides };
    found.push(foundAlong(flow, 'runs-twice', step, [parallel], way));
  }
  if (found.length > 0) return found;
  const heads = (branch: number): number[] =>
    branches.filter((other) => other !== branch).map((other) => itemAt(flow.to, other));
  return branches
    .flatMap((branch) => startsAgain(branching, parallel, branch, heads(branch)))
    .slice(0, 1);
}
