import { analyse } from '../audit/analyse.ts';
import type { ProcessAnalysis, RoleAnalysis, SlaAnalysis } from '../audit/analysis-result.ts';
import { textIn, type Locale } from '../i18n/text.ts';
import { translate } from '../i18n/translate.ts';
import { mapsIn } from '../model/flow.ts';
import type { Model } from '../model/model.ts';
import { stringAt } from '../model/plain.ts';
import type {
  AnalysisPage,
  AvailabilityFigures,
  EdgeKind,
  FlowDrawing,
  RoleFigures,
  SlaFigures,
  StepType,
  TimeFigure,
} from '../pdf/analysis-input.ts';
import { parsePercent } from '../quantity/amount.ts';
import { hoursInWords, lengthInWords, numberInWords, shareInWords } from '../quantity/wording.ts';

/**
 * What a report prints of the numbers of a process; nothing for a model without one, for one that was
 * not read in full, and for one that says nothing of times, people or systems.
 */
export function analysisPageOf(
  model: Model,
  { asOf, locale }: { readonly asOf: string; readonly locale: Locale },
): AnalysisPage | undefined {
  const { process } = model;
  if (process === undefined || process.faults.length > 0 || process.file.faults.length > 0) {
    return undefined;
  }
  const analysis = analyse(model, { asOf, locale, simulation: {} });
  const says = analysis?.steps.some(({ meanSeconds = 0 }) => meanSeconds > 0);
  if (analysis === undefined || (says !== true && analysis.slas.length === 0)) return undefined;
  const { time } = analysis;
  const names = new Map(analysis.steps.map(({ id, name }) => [id, name]));
  const path = time.criticalPath?.map((id) => names.get(id) ?? id);
  return {
    path: analysis.path,
    name: analysis.name,
    headlines: analysis.headlines,
    times: timesOf(analysis, locale),
    ...(path === undefined
      ? {}
      : {
          criticalPath: {
            steps: path,
            ...(time.criticalPathSeconds === undefined
              ? {}
              : { time: lengthInWords(time.criticalPathSeconds)[locale] }),
          },
        }),
    timeNotes: notesOf(analysis, locale),
    roles: analysis.roles.filter(({ staffed }) => staffed).map((role) => roleOf(role, locale)),
    availability: analysis.slas
      .filter(({ rung }) => rung === 'systems')
      .map((sla) => availabilityOf(sla)),
    slas: analysis.slas.map((sla) => slaOf(sla, locale)),
    drawing: drawingOf(model, analysis, locale),
  };
}

function timesOf({ time }: ProcessAnalysis, locale: Locale): readonly TimeFigure[] {
  const { meanSeconds, simulated, undecided } = time;
  const missing = undecided === undefined ? {} : { missing: undecided };
  const figure = (measure: TimeFigure['measure'], seconds: number | undefined): TimeFigure => ({
    measure,
    ...(seconds === undefined ? missing : { time: lengthInWords(seconds)[locale] }),
  });
  return [
    figure('mean', meanSeconds),
    figure('p50', simulated?.p50),
    figure('p80', simulated?.p80),
    figure('p90', simulated?.p90),
    figure('p95', simulated?.p95),
    figure('p99', simulated?.p99),
  ];
}

function notesOf({ time }: ProcessAnalysis, locale: Locale): readonly string[] {
  const { simulated, meanUncappedSeconds, unbounded } = time;
  const notes = [translate(locale, 'analysis.times')];
  if (simulated !== undefined) {
    const margin = shareInWords(simulated.margin);
    notes.push(translate(locale, 'analysis.simulated', { cases: simulated.cases, margin }));
  }
  if (meanUncappedSeconds !== undefined) {
    const label = translate(locale, 'analysis.meanUncapped');
    notes.push(`${label}: ${lengthInWords(meanUncappedSeconds)[locale]}`);
  }
  if (unbounded !== undefined) {
    const label = translate(locale, 'analysis.longest');
    notes.push(`${label}: ${translate(locale, 'analysis.unbounded')} (${unbounded.join(', ')})`);
  }
  return notes;
}

function roleOf(role: RoleAnalysis, locale: Locale): RoleFigures {
  const days = role.aroundTheClock ? 1 : 7;
  const hours = (perDay: number): string => {
    const text = hoursInWords(perDay * 3600 * days)[locale];
    return translate(locale, days === 1 ? 'analysis.perDay' : 'analysis.perWeek', { hours: text });
  };
  const { needHoursPerDay: need, offeredHoursPerDay: offered, utilisation, seatsNeeded } = role;
  return {
    name: role.name,
    visits: numberInWords(role.visits, 3),
    touch: lengthInWords(role.touchSeconds)[locale],
    ...(need === undefined ? {} : { hoursNeeded: hours(need) }),
    ...(offered === undefined ? {} : { hoursAvailable: hours(offered) }),
    ...(utilisation === undefined ? {} : { utilisation: shareInWords(utilisation) }),
    ...(seatsNeeded === undefined ? {} : { staffNeeded: String(seatsNeeded) }),
    isOverloaded: role.verdict === 'tooFew',
    ...(role.verdict === 'undecided' ? { missing: role.sentence } : { sentence: role.sentence }),
  };
}

function availabilityOf({
  name,
  promise,
  numbers,
  verdict,
  sentence,
}: SlaAnalysis): AvailabilityFigures {
  const { availability } = numbers;
  return {
    name,
    promised: promise,
    ...(availability === undefined ? {} : { reached: shareInWords(availability) }),
    fallsShort: verdict === 'broken',
    ...(verdict === 'undecided' ? { missing: sentence } : { sentence }),
  };
}

function slaOf(sla: SlaAnalysis, locale: Locale): SlaFigures {
  const { attainment, promise, rung, weakestInput } = sla;
  return {
    name: sla.name,
    promise: attainment === undefined ? promise : `${promise} · ${attainment}`,
    verdict: sla.verdict,
    word: translate(locale, `analysis.verdict.${sla.verdict}`),
    ...(rung === undefined ? {} : { rung: translate(locale, `analysis.rung.${rung}`) }),
    ...(weakestInput === undefined
      ? {}
      : { weakestInput: translate(locale, `analysis.input.${weakestInput}`) }),
    sentence: sla.sentence,
  };
}

const stepTypes: ReadonlySet<string> = new Set<StepType>([
  'task',
  'approval',
  'automated',
  'choice',
  'parallel',
  'join',
  'wait',
  'subprocess',
  'end',
]);

/** The steps with the first one first, and the arrows between them. */
function drawingOf(model: Model, analysis: ProcessAnalysis, locale: Locale): FlowDrawing {
  const start = stringAt(model.process?.value ?? {}, 'start');
  const roles = new Map(
    mapsIn(model.views, 'roles')
      .toReversed()
      .map((role) => [String(role['id']), textIn(role['name'], locale)]),
  );
  const steps = analysis.steps
    .map(({ id, name, type, role, critical }) => {
      const who = role === undefined ? undefined : (roles.get(role) ?? role);
      return {
        id,
        name,
        type: isStepType(type) ? type : 'task',
        critical,
        ...(who === undefined ? {} : { role: who }),
      };
    })
    .toSorted((a, b) => Number(b.id === start) - Number(a.id === start));
  const next = new Map(
    (analysis.time.criticalPath ?? []).map((id, at, path) => [id, path[at + 1]]),
  );
  const edges = mapsIn(model.views, 'edges').map((edge) => {
    const from = String(edge['from']);
    const to = String(edge['to']);
    const share = stringAt(edge, 'probability');
    const probability = share === undefined ? undefined : parsePercent(share);
    const kind = edge['kind'] as EdgeKind; // the kinds of arrows are the same in both
    return {
      from,
      to,
      kind,
      critical: kind === 'next' && edge['loop'] === undefined && next.get(from) === to,
      ...(probability === undefined ? {} : { probability }),
    };
  });
  return { steps, edges };
}

function isStepType(type: string): type is StepType {
  return stepTypes.has(type);
}
