import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { Resource } from '../model/resource.ts';
import type { RuleLogic } from '../ruleset/rule.ts';
import { innermostPointer, pointerOf } from '../document/places.ts';

/**
 * What could not be read of a model's files, and which questions that spoils.
 *
 * A rule must not fail, nor pass, on what a syntax or schema fault may have taken away; the fault
 * is reported already, so such an evaluation is undecided without a finding of its own.
 */
export class Damage {
  private readonly losses: readonly Loss[];

  constructor(model: Model) {
    const resources = [model.process, model.organization].filter((each) => each !== undefined);
    this.losses = resources.flatMap((resource) => lossesOf(resource));
  }

  /** Whether the answer of a rule for a subject may rest on what was lost. */
  spoils(logic: RuleLogic, origin: Origin): boolean {
    if (this.losses.length === 0) return false;
    const subject = segmentsOf(pointerOf(origin.resource.document, origin.container));
    return this.losses.some((loss) => {
      const within = loss.resource === origin.resource && startsWith(loss.path, subject);
      if (loss.name !== undefined) {
        return logic.reads.has(loss.name) && (within || logic.readsBeyondSubject);
      }
      return (
        within || (logic.readsBeyondSubject && (loss.path.length < 2 || loss.path[0] === 'steps'))
      );
    });
  }
}

/** One thing that is missing from what was read. */
interface Loss {
  readonly resource: Resource;
  readonly path: readonly string[];
  /** The field that was refused; absent where syntax may have taken any field. */
  readonly name?: string;
}

function lossesOf(resource: Resource): readonly Loss[] {
  const { document, file } = resource;
  const refused = resource.faults.map((fault) => {
    const path = segmentsOf(fault.pointer);
    const name = fault.missing ?? path.findLast((segment) => !/^\d+$/.test(segment)) ?? '';
    return { resource, path, name };
  });
  const broken = file.faults
    .filter(({ span }) => span.start >= document.span.start && span.start <= document.span.end)
    .map((fault) => ({
      resource,
      path: fault.swallows ? [] : segmentsOf(innermostPointer(document, fault.span.start)),
    }));
  return [...refused, ...broken];
}

function segmentsOf(pointer: string): readonly string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/');
}

function startsWith(path: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((segment, index) => path[index] === segment);
}
