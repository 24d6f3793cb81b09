import { availabilityOf, type ComposedAvailability, type SystemInput } from './systems.ts';

/** Systems that some cases need, and the share of the cases that do. */
export interface SystemRoute {
  readonly labels: readonly string[];
  readonly probability: number;
}

export type RouteAvailability =
  | {
      readonly decided: true;
      /** Σ share · availability: what a case can expect on average. */
      readonly weighted: number;
      /** The lowest of any route that is taken: what every customer can be promised. */
      readonly worst: number;
      readonly worstSystems: readonly string[];
    }
  | Extract<ComposedAvailability, { decided: false }>;

/** The availability of a process over its routes: weighted by how often each is taken, worst. */
export function availabilityOverRoutes(
  systems: ReadonlyMap<string, SystemInput>,
  routes: readonly SystemRoute[],
  options: { readonly manualCounts: boolean },
): RouteAvailability {
  let [weighted, worst] = [0, 1];
  let worstSystems: readonly string[] = [];
  for (const { labels, probability } of routes) {
    const own = availabilityOf(systems, labels, options);
    if (!own.decided) return own;
    weighted += probability * own.availability;
    if (probability > 0 && own.availability < worst) {
      worst = own.availability;
      worstSystems = labels;
    }
  }
  return { decided: true, weighted, worst, worstSystems };
}
