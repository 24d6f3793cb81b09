import { pertLaw, triangularLaw, uniformLaw } from './bounded.ts';
import { empiricalLaw } from './empirical.ts';
import { fixedLaw, tabulated, type Law } from './law.ts';
import {
  delayedLaw,
  exponentialLaw,
  gammaLaw,
  lognormalByQuantiles,
  lognormalLaw,
  normalLaw,
} from './unbounded.ts';

/**
 * How long something takes, in seconds. `{min, likely, max}` is a triangle; PERT only by name.
 * `{mean, sd}` without a name is lognormal, which the caller says.
 */
export type DurationModel =
  | { readonly kind: 'fixed'; readonly value: number }
  | {
      readonly kind: 'triangular' | 'pert';
      readonly min: number;
      readonly likely: number;
      readonly max: number;
    }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | {
      readonly kind: 'normal' | 'lognormal' | 'gamma';
      readonly mean: number;
      readonly sd: number;
    }
  | { readonly kind: 'quantiles'; readonly p50: number; readonly p90: number }
  /** Nothing with probability 1 − q, else exponential: the wait of an Erlang queue. */
  | { readonly kind: 'delayed'; readonly probability: number; readonly mean: number }
  /** Equally likely values in rising order, such as the times of a simulated sub-process. */
  | {
      readonly kind: 'values';
      readonly sorted: readonly number[];
      readonly mean: number;
      readonly variance: number;
      /** What it can be at all, which a sample does not show. */
      readonly min: number;
      readonly max: number;
    };

/** What is wrong with the numbers of a duration. */
export type DurationProblem = 'negative' | 'not_a_number' | 'not_in_order' | 'zero_where_positive';

const infinity = Number.POSITIVE_INFINITY;

/** The fault of a duration's numbers; nothing when they are sound. */
export function durationProblem(model: DurationModel): DurationProblem | undefined {
  const { kind, ...rest } = model;
  const numbers = Object.values<number | readonly number[]>(rest).flat();
  if (numbers.some((value) => Number.isNaN(value) || (value === infinity && kind !== 'values'))) {
    return 'not_a_number';
  }
  if (numbers.some((value) => value < 0)) return 'negative';
  if (!rising(model)) return 'not_in_order';
  const zero =
    (kind === 'quantiles' && model.p50 === 0) ||
    ((kind === 'lognormal' || kind === 'gamma') && model.mean === 0 && model.sd > 0);
  return zero ? 'zero_where_positive' : undefined;
}

function rising(model: DurationModel): boolean {
  switch (model.kind) {
    case 'triangular':
    case 'pert':
      return model.min <= model.likely && model.likely <= model.max;
    case 'uniform':
      return model.min <= model.max;
    case 'quantiles':
      return model.p50 <= model.p90;
    case 'values':
      return [model.min, ...model.sorted, model.max].every(
        (value, at, all) => model.sorted.length > 0 && value >= (all[at - 1] ?? 0),
      );
    default:
      return true;
  }
}

/** The law of a duration whose numbers are sound (`durationProblem` gives nothing). */
export function lawOf(model: DurationModel): Law {
  switch (model.kind) {
    case 'fixed':
      return fixedLaw(model.value);
    case 'triangular':
      return triangularLaw(model.min, model.likely, model.max);
    case 'pert':
      return pertLaw(model.min, model.likely, model.max);
    case 'uniform':
      return uniformLaw(model.min, model.max);
    case 'exponential':
      return exponentialLaw(model.mean);
    case 'normal':
      return normalLaw(model.mean, model.sd);
    case 'lognormal':
      return lognormalLaw(model.mean, model.sd);
    case 'gamma':
      return gammaLaw(model.mean, model.sd);
    case 'quantiles':
      return lognormalByQuantiles(model.p50, model.p90);
    case 'delayed':
      return delayedLaw(model.probability, model.mean);
    case 'values':
      return {
        ...empiricalLaw(model.sorted, model.mean, model.variance),
        min: model.min,
        max: model.max,
      };
  }
}

/** A value of the law for a number drawn evenly from (0, 1): the quantile, from a table if slow. */
export function samplerOf(model: DurationModel, law: Law): (uniform: number) => number {
  return model.kind === 'pert' || model.kind === 'gamma'
    ? tabulated((p) => law.quantile(p))
    : (p) => law.quantile(p);
}
