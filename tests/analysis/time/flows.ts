import type { DurationModel } from '../../../core/src/analysis/time/distribution/duration.ts';
import type {
  Outcome,
  TimedExit,
  TimedFlow,
  TimedPart,
  TimedStep,
} from '../../../core/src/analysis/time/flow.ts';
import { prepareFlow } from '../../../core/src/analysis/time/prepare.ts';
import type { PreparedFlow } from '../../../core/src/analysis/time/prepared.ts';

export const minute = 60;
export const hour = 3600;
export const day = 86_400;

export function fixed(value: number): DurationModel {
  return { kind: 'fixed', value };
}

export function triangular(min: number, likely: number, max: number): DurationModel {
  return { kind: 'triangular', min, likely, max };
}

export function part(
  kind: TimedPart['kind'],
  duration: DurationModel,
  more?: Partial<TimedPart>,
): TimedPart {
  return { kind, duration, source: 'declared', ...more };
}

/** A step that works for a time and then goes on; an id with a share as `['b', 0.4]`. */
export function step(
  id: string,
  work: DurationModel | number,
  next: readonly (string | readonly [string, number] | TimedExit)[] = [],
  more: Partial<TimedStep> = {},
): TimedStep {
  const duration = typeof work === 'number' ? fixed(work) : work;
  const none = duration.kind === 'fixed' && duration.value === 0;
  return {
    id,
    kind: 'work',
    parts: none ? [] : [part('work', duration)],
    exits: next.map((exit) => {
      if (typeof exit === 'string') return { to: exit };
      return 'to' in exit ? exit : { to: exit[0], probability: exit[1] };
    }),
    ...more,
  };
}

export function flow(...steps: readonly TimedStep[]): TimedFlow {
  return { start: steps[0]?.id ?? '', steps };
}

export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.decided) throw new Error(JSON.stringify(outcome.because));
  return outcome.value;
}

export function prepared(of: TimedFlow): PreparedFlow {
  return valueOf(prepareFlow(of));
}

/**
 * The complaint process of the samples, written out by hand: times in seconds, failures without a
 * probability left out, the way back from feedback at most twice.
 */
export const complaint: TimedFlow = flow(
  step('intake', triangular(minute, 2 * minute, 5 * minute), ['classify'], {
    roles: ['bot'],
    department: 'customer_service',
    automated: true,
  }),
  step('classify', 10, ['route', { to: 'human_intake', cause: 'failure' }], {
    roles: ['bot'],
    automated: true,
  }),
  step('human_intake', 5 * minute, ['classify'], { roles: ['frontline'] }),
  step('route', 0, [
    ['auto_reply', 0.55],
    ['handle', 0.35],
    ['urgent_handle', 0.1],
  ]),
  step(
    'auto_reply',
    minute,
    [['feedback', 0.8], { to: 'handle', probability: 0.2, returns: true }],
    {
      roles: ['bot'],
      automated: true,
    },
  ),
  step('urgent_handle', 0, ['feedback'], {
    roles: ['expert'],
    department: 'customer_service',
    parts: [
      part('queue', fixed(5 * minute)),
      part('work', triangular(20 * minute, 40 * minute, 90 * minute)),
    ],
  }),
  step(
    'handle',
    0,
    [
      ['split', 0.4],
      ['feedback', 0.6],
    ],
    {
      roles: ['frontline'],
      department: 'customer_service',
      parts: [
        part('queue', fixed(10 * minute)),
        part('work', triangular(10 * minute, 20 * minute, 45 * minute)),
      ],
    },
  ),
  step('split', 0, ['check_goods', 'tell_customer'], { kind: 'parallel' }),
  step('check_goods', 0, ['together'], {
    roles: ['warehouse'],
    department: 'logistics',
    parts: [
      part('handoff', fixed(30 * minute)),
      part('queue', fixed(hour)),
      part('work', fixed(30 * minute)),
    ],
  }),
  step('tell_customer', minute, ['together'], { roles: ['bot'], automated: true }),
  step('together', 0, ['approve'], { kind: 'join', joins: ['split'] }),
  step('approve', 0, ['feedback'], {
    roles: ['team_lead'],
    department: 'customer_service',
    parts: [part('queue', fixed(30 * minute)), part('work', fixed(5 * minute))],
  }),
  step(
    'feedback',
    3 * minute,
    [
      ['archive', 0.9],
      {
        to: 'handle',
        probability: 0.1,
        loop: { max: 2, afterwards: 'urgent_handle' },
        returns: true,
      },
    ],
    { roles: ['frontline'], department: 'customer_service' },
  ),
  step('archive', 5, [], { roles: ['bot'], automated: true }),
);
