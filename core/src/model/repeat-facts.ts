import type { Flow } from './flow.ts';
import { addFact, isMap, stringAt, type PlainMap } from './plain.ts';

/**
 * What stands in a process twice: `sameIdAs` of a list's entry, the entry before it that has its
 * id; `sameNameAs` of a step, the step before it that has its name.
 */
export function addRepeatFacts({ process, steps }: Flow): void {
  markRepeatedIds(process);
  markRepeatedNames(steps);
}

function markRepeatedIds(value: unknown): void {
  if (Array.isArray(value)) {
    const first = new Map<string, PlainMap>();
    for (const entry of value.filter(isMap)) {
      const id = stringAt(entry, 'id');
      if (id === undefined) continue;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, entry);
      else addFact(entry, 'sameIdAs', earlier);
    }
    for (const entry of value) markRepeatedIds(entry);
  } else if (isMap(value)) for (const entry of Object.values(value)) markRepeatedIds(entry);
}

function markRepeatedNames(steps: readonly PlainMap[]): void {
  const first = new Map<string, PlainMap>();
  for (const step of steps) {
    if (step['name'] === undefined) continue;
    const name = JSON.stringify(step['name']);
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, step);
    else addFact(step, 'sameNameAs', earlier);
  }
}
