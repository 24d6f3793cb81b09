import { idOf, idsOf, isEnd, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { shortestPath } from '../flow/paths.ts';
import { canEnd } from '../flow/reachability.ts';
import { isJoin, type Branching } from './branching.ts';
import { isInside, stated, unseen, type Contexts } from './contexts.ts';
import type { StructureFinding } from './finding.ts';
import type { Pairing } from './pairing.ts';
import { colourBranches, stepsBefore, type Colours } from './slots.ts';
import { foundAlong, stretch, type ArrowFinding } from './witness.ts';

/** What the region check reads. */
export interface Sections {
  readonly branching: Branching;
  readonly contexts: Contexts;
  readonly pairing: Pairing;
}

/**
 * Says what is wrong with the blocks that `suspects` open: a block is the steps between a parallel
 * and its join, its branches apart from each other, with no arrow in or out but at the two ends.
 * That is the condition under which a block can neither get stuck nor run anything twice (van der
 * Aalst, Verification of workflow nets, 1997; Sadiq and Orlowska, 2000).
 */
export function regionFindings(
  sections: Sections,
  suspects: readonly number[],
): readonly StructureFinding[] {
  const { branching, pairing } = sections;
  const joinsOf = new Map<number, number[]>();
  for (const [join, parallel] of pairing.parallels) {
    joinsOf.set(parallel, [...(joinsOf.get(parallel) ?? []), join]);
  }
  const byArrow = new Map<number, { finding: StructureFinding; size: number }>();
  const keep = (size: number, found: readonly ArrowFinding[]): void => {
    for (const { arrow, finding } of found) {
      const known = byArrow.get(arrow);
      if (known === undefined || size < known.size) byArrow.set(arrow, { finding, size });
    }
  };
  for (const parallel of suspects) {
    if (pairing.involved.has(parallel) || !branching.branches.has(parallel)) continue;
    const [join, second] = joinsOf.get(parallel) ?? [];
    if (join === undefined) keep(0, withoutJoin(sections, parallel));
    if (join === undefined || second !== undefined) continue;
    const { size, found } = blockFindings(sections, parallel, join);
    keep(size, found); // an arrow is wrong for the smallest block it breaks
  }
  const found = Array.from(byArrow.values(), ({ finding }) => finding);
  return [...found, ...alternativesAtJoins(sections)];
}

/** What is wrong with the block between a parallel and its join, and how many steps it has. */
function blockFindings(
  sections: Sections,
  parallel: number,
  join: number,
): { size: number; found: ArrowFinding[] } {
  const { branching } = sections;
  const before = stepsBefore(branching, join, parallel);
  const branches = branching.branches.get(parallel) ?? [];
  const leadsIn = (branch: number): boolean => {
    const head = itemAt(branching.flow.to, branch);
    return head === join || before.has(head);
  };
  if (!branches.some(leadsIn)) return { size: 0, found: [] }; // it waits for every arrow instead
  const colours = colourBranches(branching, branches.filter(leadsIn), {
    has: (step) => before.has(step),
  });
  const members = new Set([...before].filter((step) => colours.step(step) !== undefined));
  const block = { parallel, join, members };
  const arrivals = itemAt(branching.flow.incoming, join).map(
    (arrow) => colours.branch(arrow) ?? colours.step(itemAt(branching.flow.from, arrow)),
  );
  const waits = new Set(arrivals.filter((arrival) => arrival !== undefined)).size > 1;
  const strays = branches.filter((branch) => !leadsIn(branch));
  const found = [
    ...meetings(branching, parallel, colours, join),
    ...(waits ? escapes(branching, block) : []),
    ...(waits ? entries(branching, block) : []),
    ...strays.flatMap((branch) => strayBranch(sections, parallel, branch, join)),
  ];
  return { size: members.size, found };
}

interface Block {
  readonly parallel: number;
  readonly join: number;
  readonly members: ReadonlySet<number>;
}

/** Branches that meet in a step that does not wait: it runs once for each of them. */
function meetings(
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

/** Arrows that lead out of the block other than through its join, and ends inside it. */
function escapes(branching: Branching, { parallel, join, members }: Block): ArrowFinding[] {
  const { flow, side, isBranch } = branching;
  const ends = canEnd(flow);
  const leaves = (arrow: number): boolean => {
    const head = itemAt(flow.to, arrow);
    return !members.has(head) && head !== join && !side.has(arrow) && ends[head] === 1;
  };
  const ways = [...members].flatMap((step) =>
    itemAt(flow.outgoing, step)
      .filter((arrow) => leaves(arrow) && isBranch[arrow] === 0)
      .map((arrow) => {
        const head = itemAt(flow.to, arrow);
        const way = { from: parallel, arrow, to: head };
        return foundAlong(flow, 'branch-escapes', step, [parallel, join, head], way);
      }),
  );
  const overInside = [...members].filter((step) => isEnd(itemAt(flow.steps, step)));
  return [...ways, ...overInside.map((step) => endsInside(flow, step, parallel, join))];
}

function endsInside(flow: Flow, step: number, parallel: number, join: number): ArrowFinding {
  const paths = [idsOf(flow, stretch(flow, parallel, step))];
  const related = idsOf(flow, [parallel, join]);
  const finding: StructureFinding = {
    code: 'branch-escapes',
    at: idOf(flow, step),
    related,
    paths,
  };
  return { arrow: -1 - step, finding };
}

/** Arrows that lead into the block other than through its parallel: the join waits in vain. */
function entries({ flow, isBranch }: Branching, block: Block): ArrowFinding[] {
  const { parallel, join, members } = block;
  const comesIn = (arrow: number): boolean => {
    const tail = itemAt(flow.from, arrow);
    return !members.has(tail) && !(tail === parallel && isBranch[arrow] === 1);
  };
  const inside = [...members].filter((step) => !isJoin(flow, step)); // a join there waits itself
  return [...inside, join].flatMap((step) =>
    itemAt(flow.incoming, step)
      .filter(comesIn)
      .map((arrow) => {
        const related = [parallel, itemAt(flow.from, arrow), step];
        return foundAlong(flow, 'stuck', join, related, { from: flow.start, arrow, to: join });
      }),
  );
}

/** A branch that does not lead to the join but gets where other work of the case gets as well. */
function strayBranch(
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
function withoutJoin(sections: Sections, parallel: number): ArrowFinding[] {
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

/** Joins that wait for every arrow although a case comes along only one of them. */
function alternativesAtJoins({ branching, contexts, pairing }: Sections): StructureFinding[] {
  const { flow } = branching;
  return [...flow.steps.keys()].flatMap((step) => {
    const { joins } = itemAt(flow.steps, step);
    const isOpen =
      !pairing.parallels.has(step) &&
      !pairing.involved.has(step) &&
      contexts.trust[step] === stated;
    if (!isJoin(flow, step) || typeof joins === 'object' || !isOpen) return [];
    const [first, second] = itemAt(flow.incoming, step);
    const contextsThere = itemAt(flow.incoming, step).map((arrow) => contexts.carried[arrow]);
    const isOne = new Set(contextsThere).size === 1 && contextsThere[0] !== unseen;
    if (first === undefined || second === undefined || !isOne) return [];
    const named = flow.numberOf.get(joins ?? '');
    const tails = [first, second].map((arrow) => itemAt(flow.from, arrow));
    const related = idsOf(flow, new Set([...(named === undefined ? [] : [named]), ...tails]));
    const path = [...stretch(flow, flow.start, itemAt(flow.from, first)), step];
    return [{ code: 'stuck', at: idOf(flow, step), related, paths: [idsOf(flow, path)] }];
  });
}

/** The branches that go their own way although the file does not say so. */
export function openWork(branching: Branching): StructureFinding[] {
  const { flow, side } = branching;
  const ends = canEnd(flow);
  const byParallel = new Map<number, number[]>();
  for (const arrow of side) {
    const parallel = itemAt(flow.from, arrow);
    const head = itemAt(flow.to, arrow);
    const declared = itemAt(flow.steps, parallel).sideBranches ?? [];
    if (ends[head] === 0 || declared.includes(idOf(flow, head))) continue;
    byParallel.set(parallel, [...(byParallel.get(parallel) ?? []), head]);
  }
  return Array.from(byParallel, ([parallel, heads]) => ({
    code: 'open-work',
    at: idOf(flow, parallel),
    related: idsOf(flow, heads),
    paths: heads.map((head) => idsOf(flow, [parallel, head])),
  }));
}
