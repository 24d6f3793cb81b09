import { idOf, idsOf, isEnd, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { canEnd } from '../flow/reachability.ts';
import { isJoin, type Branching } from './branching.ts';
import { colourBranches } from './colours.ts';
import type { StructureFinding } from './finding.ts';
import type { Sections } from './sections.ts';
import { stepsBefore } from './slots.ts';
import { meetings, strayBranch } from './stray-branches.ts';
import { foundAlong, type ArrowFinding, stretch } from './witness.ts';

/** What is wrong with the block between a parallel and its join, and how many steps it has. */
export function blockFindings(
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
