import { collections, lists, sharedCollections, type Model, type Views } from './model.ts';
import { dataUsesOf, type DataUse } from './privacy/data-uses.ts';
import { edgesOf, endsCase, groupEdges, neighboursOf, reach, type Edge } from './graph.ts';
import { addDerivedFacts } from './flow-facts.ts';
import { instantiate, type Instance } from './instance.ts';
import type { Origin } from './origin.ts';
import { entriesOfEvidence, sourceStatusOf, type VerifySource } from './evidence.ts';
import type { Limit } from './limit.ts';
import { addFact, addFactOnDemand, isMap, mapAt, stringAt, type PlainMap } from './plain.ts';
import { addPrivacyFacts } from './privacy/privacy-facts.ts';
import { privacyViewsOf } from './privacy/privacy-views.ts';
import { addShareTransferFacts, transfersOf } from './privacy/transfer-facts.ts';
import type { Transfer } from './privacy/transfer.ts';
import { referencesOf } from './references.ts';
import type { Resource } from './resource.ts';

/** Facts a model writes onto steps that depend on more than the step itself. */
const derivedNames: ReadonlySet<string> = new Set([
  'reachable',
  'reachableNormally',
  'canEnd',
  'incoming',
  'outgoing',
  'resolves',
  'position',
]);

/** What a model is made of. */
export interface ModelParts {
  readonly process?: Resource;
  readonly organization?: Resource;
  /** The views of another process of the project, which a sub-process runs. */
  readonly processes?: (id: string) => Views | undefined;
  /** The evidence about the process, with what checks the files it rests on. */
  readonly evidence?: readonly { readonly resource: Resource; readonly verify: VerifySource }[];
}

/** Makes the model of one process with its organisation, or of an organisation alone. */
export function buildModel(parts: ModelParts): Model {
  const process = parts.process && instantiate(parts.process);
  const organization = parts.organization && instantiate(parts.organization);
  const evidence = (parts.evidence ?? []).map(({ resource }) => instantiate(resource));
  const builder = new ModelBuilder(
    [process, organization, ...evidence].filter((part) => part !== undefined),
  );
  const inline = process && mapAt(process.value, 'organization');
  const views = {
    ...builder.viewsOf(process?.value, organization?.value ?? inline),
    ...evidenceViews(evidence, parts.evidence ?? []),
  };
  addDerivedFacts(views, [parts.process?.value, parts.organization?.value]);
  if (parts.processes !== undefined) addSubprocesses(views, parts.processes);
  return { ...parts, views, derivedNames, originOf: (subject) => builder.originOf(subject) };
}

/** `runs` of a sub-process: the views of the process it names; built when somebody asks. */
function addSubprocesses(views: Views, find: (id: string) => Views | undefined): void {
  for (const step of mapsOf(views['steps'])) {
    const id = stringAt(step, 'process');
    if (id !== undefined) addFactOnDemand(step, 'runs', () => find(id));
  }
}

class ModelBuilder {
  private readonly instances: readonly Instance[];
  /** Origins of the objects that no file contains. */
  private readonly derived = new WeakMap<object, Origin>();

  constructor(instances: readonly Instance[]) {
    this.instances = instances;
  }

  originOf(subject: object): Origin | undefined {
    const derived = this.derived.get(subject);
    if (derived !== undefined) return derived;
    for (const { origins } of this.instances) {
      const origin = origins.get(subject);
      if (origin !== undefined) return origin;
    }
    return undefined;
  }

  viewsOf(process: PlainMap | undefined, organization: PlainMap | undefined): Views {
    const views: Record<string, unknown> = {};
    if (process !== undefined) views['process'] = process;
    if (organization !== undefined) views['organization'] = organization;
    for (const name of collections) views[name] = this.collection(name, process, organization);
    for (const name of lists) views[name] = mapsOf(process?.[name]);
    views['criteria'] = views['acceptance'];
    if (process !== undefined) this.addFlowViews(views, process, organization);
    addPrivacyFacts(views);
    views['transfers'] = this.transfers(views);
    return views;
  }

  private addFlowViews(
    views: Record<string, unknown>,
    process: PlainMap,
    organization: PlainMap | undefined,
  ): void {
    views['edges'] = this.edges(process);
    views['limits'] = this.limits(mapsOf(views['slas']));
    views['references'] = this.references(process, organization);
    views['dataUses'] = this.dataUses(process, mapsOf(views['data']));
    views['shares'] = this.shares(process);
  }

  /** The entries of one map keyed by id, each knowing its id and its position among the others. */
  private collection(
    name: string,
    process: PlainMap | undefined,
    organization: PlainMap | undefined,
  ): PlainMap[] {
    const shared = sharedCollections.has(name) ? organization?.[name] : undefined;
    return [process?.[name], shared].flatMap((map) => {
      if (!isMap(map)) return [];
      return Object.entries(map).flatMap(([id, entry], position) => {
        if (!isMap(entry) || id.startsWith('x-')) return [];
        addFact(entry, 'id', id);
        addFact(entry, 'position', position);
        return [entry];
      });
    });
  }

  private edges(process: PlainMap): readonly Edge[] {
    const steps = entriesOf(process['steps']);
    const edges = steps.flatMap(([id, step]) =>
      edgesOf(id, step).map(({ edge, container, key }) => this.derive(edge, container, key)),
    );
    this.addFlowFacts(process, steps, edges);
    return edges;
  }

  private addFlowFacts(
    process: PlainMap,
    steps: readonly (readonly [string, PlainMap])[],
    edges: readonly Edge[],
  ): void {
    const start = stringAt(process, 'start');
    const starts = start === undefined ? [] : [start];
    const ends = steps.flatMap(([id, step]) => (endsCase(step) ? [id] : []));
    const reachable = reach(starts, neighboursOf(edges, 'from'));
    const normal = edges.filter((edge) => edge.kind === 'next' || edge.kind === 'loopExit');
    const reachableNormally = reach(starts, neighboursOf(normal, 'from'));
    const canEnd = reach(ends, neighboursOf(edges, 'to'));
    const incoming = groupEdges(edges, 'to');
    const outgoing = groupEdges(edges, 'from');
    for (const [id, step] of steps) {
      addFact(step, 'reachable', reachable.has(id));
      addFact(step, 'reachableNormally', reachableNormally.has(id));
      addFact(step, 'canEnd', canEnd.has(id));
      addFact(step, 'incoming', incoming.get(id) ?? []);
      addFact(step, 'outgoing', outgoing.get(id) ?? []);
    }
  }

  /** What is promised about time: the limit of each SLA and of each of its tiers. */
  private limits(slas: readonly PlainMap[]): readonly Limit[] {
    return slas.flatMap((sla) => {
      if (sla['metric'] === 'availability') return [];
      const id = String(sla['id']);
      const own =
        sla['within'] === undefined ? [] : [this.derive<Limit>({ id, sla }, sla, 'within')];
      const tiers = entriesOf(sla['tiers']).flatMap(([tier, stated]) =>
        stated['within'] === undefined
          ? []
          : [this.derive<Limit>({ id: `${id}.${tier}`, sla, tier, stated }, stated, 'within')],
      );
      return [...own, ...tiers];
    });
  }

  private references(process: PlainMap, organization: PlainMap | undefined): readonly object[] {
    const isDeclared = (collection: string, name: string): boolean =>
      [process, sharedCollections.has(collection) ? organization : undefined].some((file) => {
        const map = file?.[collection];
        return isMap(map) && Object.hasOwn(map, name);
      });
    return referencesOf(process, isDeclared).map(({ reference, container, key }) =>
      this.derive(reference, container, key),
    );
  }

  private dataUses(process: PlainMap, items: readonly PlainMap[]): readonly DataUse[] {
    const byId = new Map(items.map((item) => [item['id'], item]));
    return entriesOf(process['steps']).flatMap(([id, step]) => {
      const uses = dataUsesOf(id, step, (item) => byId.get(item)).map(({ use, container, key }) =>
        this.derive(use, container, key),
      );
      const unexplained = uses.some((use) => use.personal === true && use.purpose === undefined);
      addFact(step, 'usesPersonalDataWithoutPurpose', unexplained);
      return uses;
    });
  }

  /** The documents' own share items, each knowing its step and the purpose it serves. */
  private shares(process: PlainMap): readonly PlainMap[] {
    return entriesOf(process['steps']).flatMap(([id, step]) =>
      mapsOf(step['shares']).map((share) => {
        addFact(share, 'step', id);
        addFact(share, 'purpose', step['purpose']);
        return share;
      }),
    );
  }

  /** What leaves the mainland or the EEA; each stands for the words that make it leave. */
  private transfers(views: Views): readonly Transfer[] {
    const known = privacyViewsOf(views);
    const stated = transfersOf(known);
    addShareTransferFacts(stated, known);
    return stated.map(({ transfer, container, key }) => this.derive(transfer, container, key));
  }

  /** Makes an object stand for one entry of a container, or for all that the container stands for. */
  private derive<Subject extends object>(
    subject: Subject,
    container: object,
    key?: string | number,
  ): Subject {
    const origin = this.originOf(container);
    if (origin !== undefined) {
      const index = typeof key === 'number' ? origin.indexes?.[key] : undefined;
      const own = index ?? key;
      this.derived.set(subject, own === undefined ? origin : { ...origin, key: own });
    }
    return subject;
  }
}

/** Measurements and logs, each knowing whether the file it rests on is what it says. */
function evidenceViews(
  instances: readonly Instance[],
  parts: NonNullable<ModelParts['evidence']>,
): Record<'measurements' | 'logs', readonly PlainMap[]> {
  const entries = (key: 'measurements' | 'logs'): readonly PlainMap[] =>
    instances.flatMap(({ value }, index) => {
      const verify = parts[index]?.verify;
      if (verify === undefined) return [];
      const list = entriesOfEvidence(value, key);
      for (const entry of list) addFact(entry, 'sourceStatus', sourceStatusOf(entry, verify));
      return list;
    });
  return { measurements: entries('measurements'), logs: entries('logs') };
}

function entriesOf(map: unknown): readonly (readonly [string, PlainMap])[] {
  if (!isMap(map)) return [];
  // Keys that begin with `x-` are the author's own, also where ids stand.
  return Object.entries(map).flatMap(([id, entry]) =>
    isMap(entry) && !id.startsWith('x-') ? [[id, entry] as const] : [],
  );
}

function mapsOf(list: unknown): readonly PlainMap[] {
  return Array.isArray(list) ? list.filter(isMap) : [];
}
