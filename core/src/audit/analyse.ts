import { marginOf } from '../analysis/time/percentiles.ts';
import type { Outcome } from '../analysis/time/flow.ts';
import { stepAt } from '../analysis/time/prepared.ts';
import { textIn, type Locale } from '../i18n/text.ts';
import { pointerOf } from '../document/places.ts';
import { mapsIn } from '../model/flow.ts';
import type { Model } from '../model/model.ts';
import { wordsOfUndecided } from '../model/numbers/lack.ts';
import { ProcessNumbers } from '../model/numbers/process-numbers.ts';
import { fullCases, type SimulationBudget } from '../model/numbers/promise-judge.ts';
import { stringAt, type PlainMap } from '../model/plain.ts';
import type {
  FlowAnalysis,
  ProcessAnalysis,
  StepAnalysis,
  TimeAnalysis,
} from './analysis-result.ts';
import { analyseRoles } from './analyse-roles.ts';
import { analyseSlas } from './analyse-slas.ts';

/** What an analysis is made with. */
export interface AnalysisRequest {
  /** ISO date; hours are those of its year. */
  readonly asOf: string;
  readonly locale: Locale;
  /** Absent: nothing is simulated. */
  readonly simulation?: SimulationBudget;
}

/** All that can be worked out of the process of a model; nothing for a model without one. */
export function analyse(model: Model, request: AnalysisRequest): ProcessAnalysis | undefined {
  const { process, views } = model;
  if (process === undefined) return undefined;
  const numbers = new ProcessNumbers(views, request.asOf);
  const { locale } = request;
  const pointer = (map: PlainMap, key: string): string => {
    const origin = model.originOf(map);
    if (origin === undefined) return '';
    return `${pointerOf(origin.resource.document, origin.container)}/${key}`;
  };
  const slas = analyseSlas(numbers, request, pointer);
  const roles = analyseRoles(numbers, locale);
  const { routeAvailability } = numbers;
  return {
    path: process.file.path,
    id: process.id,
    name: nameOf(process.value, locale),
    headlines: [
      ...slas
        .filter(({ verdict }) => verdict === 'broken')
        .map((sla) => `${sla.name}：${sla.sentence}`),
      ...roles
        .filter(({ verdict }) => verdict === 'tooFew' || verdict === 'tight')
        .map(({ sentence }) => sentence),
      ...slas
        .filter(({ verdict }) => verdict === 'undecided')
        .map((sla) => `${sla.name}：${sla.sentence}`),
    ].map((line) => (locale === 'en' ? line.replace('：', ': ') : line)),
    time: timesOf(numbers, request),
    flow: flowOf(numbers),
    steps: stepsOf(numbers, locale),
    roles,
    ...(routeAvailability?.decided === true
      ? {
          availability: {
            weighted: routeAvailability.weighted,
            worst: routeAvailability.worst,
            worstSystems: routeAvailability.worstSystems,
          },
        }
      : {}),
    slas,
  };
}

/** The name of an entry in the reader's language, else its id. */
export function nameOf(entry: PlainMap, locale: Locale): string {
  return textIn(entry['name'], locale) ?? String(entry['id']);
}

function timesOf(numbers: ProcessNumbers, { locale, simulation }: AnalysisRequest): TimeAnalysis {
  const { total, totalUncapped, shortest, longest, efficiency, criticalPath } = numbers;
  if (!total.decided) return { undecided: wordsOfUndecided(total.because)[locale] };
  const simulated = simulation && numbers.percentiles(simulation);
  const cases = simulation?.cases ?? fullCases(numbers.timedFlow);
  return {
    meanSeconds: total.value.mean,
    sdSeconds: Math.sqrt(total.value.variance),
    ...(totalUncapped.decided ? { meanUncappedSeconds: totalUncapped.value.mean } : {}),
    ...(shortest.decided && Number.isFinite(shortest.value.seconds)
      ? { shortestSeconds: shortest.value.seconds }
      : {}),
    ...longestOf(longest),
    ...(simulated === undefined
      ? {}
      : {
          simulated: {
            cases,
            margin: marginOf(cases, 0.01),
            meanSeconds: simulated.mean,
            p50: simulated.p50,
            p80: simulated.p80,
            p90: simulated.p90,
            p95: simulated.p95,
            p99: simulated.p99,
          },
        }),
    ...(criticalPath === undefined
      ? {}
      : {
          criticalPath: criticalPath.criticalPath,
          criticalPathSeconds: criticalPath.seconds,
        }),
    ...(efficiency.decided
      ? { workShare: efficiency.value.workShare, efficiency: efficiency.value.efficiency }
      : {}),
  };
}

function longestOf(
  longest: ProcessNumbers['longest'],
): Pick<TimeAnalysis, 'longestSeconds' | 'unbounded'> {
  if (!longest.decided) return {};
  const { seconds, endless, unbounded } = longest.value;
  return Number.isFinite(seconds)
    ? { longestSeconds: seconds }
    : { unbounded: [...new Set([...endless, ...unbounded])] };
}

function flowOf(numbers: ProcessNumbers): FlowAnalysis {
  const known = <Value>(outcome: Outcome<Value>): Value | undefined =>
    outcome.decided ? outcome.value : undefined;
  const handoffs = known(numbers.handoffs);
  const automatedShare = known(numbers.automated);
  const solvedAtOnceShare = known(numbers.solvedAtOnce);
  const cost = numbers.cost && known(numbers.cost);
  return {
    ...(handoffs === undefined ? {} : { handoffs }),
    ...(automatedShare === undefined ? {} : { automatedShare }),
    ...(solvedAtOnceShare === undefined ? {} : { solvedAtOnceShare }),
    ...(cost === undefined ? {} : { cost }),
  };
}

function stepsOf(numbers: ProcessNumbers, locale: Locale): readonly StepAnalysis[] {
  const { prepared, visits, visitsUncapped, criticalPath } = numbers;
  const onPath = new Set(criticalPath?.criticalPath);
  const slack = new Map(criticalPath?.activities.map(({ id, slack: left }) => [id, left]));
  return mapsIn(numbers.views, 'steps').map((step): StepAnalysis => {
    const id = String(step['id']);
    const at = prepared.decided ? prepared.value.numbers.get(id) : undefined;
    const timed = prepared.decided && at !== undefined ? stepAt(prepared.value, at) : undefined;
    const known = timed !== undefined && timed.step.timeUndeclared !== true;
    const left = slack.get(id);
    const role = stringAt(step, 'role');
    return {
      id,
      name: nameOf(step, locale),
      type: stringAt(step, 'type') ?? '',
      ...(role === undefined ? {} : { role }),
      ...(visits.decided ? { visits: visits.value.perStep.get(id) ?? 0 } : {}),
      ...(visitsUncapped.decided
        ? { visitsUncapped: visitsUncapped.value.perStep.get(id) ?? 0 }
        : {}),
      ...(known
        ? {
            meanSeconds: timed.mean,
            workSeconds: timed.parts.reduce(
              (sum, { part, law }) => (part.kind === 'work' ? sum + law.mean : sum),
              0,
            ),
          }
        : {}),
      ...(left === undefined ? {} : { slackSeconds: left }),
      critical: onPath.has(id),
    };
  });
}
