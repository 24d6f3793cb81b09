import type { MessageData, MessageId } from '../i18n/translate.ts';
import type { ShapeError } from './generated/validators.js';
import { badKeyFault, missingKeyFault, unknownKeyFault } from './key-fault.ts';
import type { ShapeKind } from './node.ts';
import { spotAt, type Spot } from './spot.ts';
import { valueFault } from './value-fault.ts';

/** One thing that is wrong with the shape of a file. A fact; `code` and `data` make the sentence. */
export interface ShapeFault {
  readonly code: MessageId;
  /** RFC 6901: the value that is wrong, the key that is unknown, or the map that lacks a key. */
  readonly pointer: string;
  /** The unknown or ill-formed key. */
  readonly key?: string;
  /** The key that is missing at `pointer`. */
  readonly missing?: string;
  /** Whether the key or the value is to be underlined. */
  readonly about: 'key' | 'value';
  readonly data: MessageData;
}

/** One fault per cause for what a validator found, in the order of the file. */
export function faultsOf(
  kind: ShapeKind,
  root: unknown,
  errors: readonly ShapeError[],
): readonly ShapeFault[] {
  const found = new Map<
    string,
    { readonly fault: ShapeFault; readonly order: readonly number[] }
  >();
  for (const error of errors) {
    const spot = spotAt(kind, root, error.instancePath);
    const fault = faultOf(kind, spot, error);
    if (fault === undefined) continue;
    // A value is wrong for one reason only, whatever finds fault with it; keys are wrong one by one.
    const cause = `${fault.pointer}\n${fault.missing ?? ''}`;
    const order = spotAt(kind, root, fault.pointer).order;
    if (!found.has(cause)) found.set(cause, { fault, order });
  }
  return [...found.values()]
    .toSorted((a, b) => compare(a.order, b.order))
    .map(({ fault }) => fault);
}

function faultOf(kind: ShapeKind, spot: Spot, error: ShapeError): ShapeFault | undefined {
  const { keyword, params } = error;
  // `if` only chose a branch; what is wrong in the branch has an error of its own.
  if (keyword === 'if') return undefined;
  // Only texts have these, so they are about a key of this map, which `propertyNames` tells.
  if ((keyword === 'pattern' || keyword === 'format') && typeof spot.value !== 'string')
    return undefined;
  switch (keyword) {
    case 'additionalProperties':
      return unknownKeyFault(kind, spot, String(params['additionalProperty']));
    case 'propertyNames':
      return badKeyFault(spot, String(params['propertyName']));
    case 'required':
    case 'dependentRequired':
      return missingKeyFault(spot, String(params['missingProperty']), params['property']);
    default:
      return valueFault(spot, keyword, params);
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, position] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (position !== other) return position - other;
  }
  return a.length - b.length;
}
