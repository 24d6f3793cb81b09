import type {
  AnalysisResult,
  ProcessAnalysis,
  RoleAnalysis,
  SlaAnalysis,
} from '../audit/analysis-result.ts';
import type { Locale } from '../i18n/text.ts';
import { translate, type MessageData, type MessageId } from '../i18n/translate.ts';
import { hoursInWords, lengthInWords, numberInWords, shareInWords } from '../quantity/wording.ts';

/** One block of an analysis, as text and Markdown both print it. */
export interface AnalysisTable {
  readonly title: string;
  /** Absent for a list of names and values. */
  readonly header?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the rows. */
  readonly notes?: readonly string[];
}

/** The blocks of one process: promises, people, times, availability, flow, steps. */
export function tablesOf(process: ProcessAnalysis, locale: Locale): readonly AnalysisTable[] {
  const words = wordsIn(locale);
  // Visits alone, of a process that says nothing of time, people or systems, are no analysis.
  const isEmpty =
    process.slas.length === 0 && process.steps.every(({ meanSeconds = 0 }) => meanSeconds === 0);
  if (isEmpty) return [];
  return [
    promises(process, words),
    people(process, words),
    times(process, words),
    flow(process, words),
    steps(process, words),
  ].filter(({ rows }) => rows.length > 0);
}

/** Both columns of a what-if, side by side, and what flips. */
export function whatIfTables({
  whatIf,
  processes,
  locale,
}: AnalysisResult): readonly AnalysisTable[] {
  if (whatIf === undefined) return [];
  const words = wordsIn(locale);
  const { say } = words;
  const rows = processes.flatMap((process) => {
    const after = whatIf.processes.find(
      ({ path, id }) => path === process.path && id === process.id,
    );
    return after === undefined ? [] : comparedRows(process, after, words);
  });
  return [
    {
      title: `${say('analysis.whatIf')}: ${whatIf.changes.map(({ path, from, to }) => `${path} ${from} → ${to}`).join(', ')}`,
      header: [
        say('analysis.column.number'),
        say('analysis.column.before'),
        say('analysis.column.after'),
      ],
      rows,
    },
    {
      title: say('analysis.flips'),
      rows: whatIf.flips.map(({ sentence }) => [sentence]),
      ...(whatIf.flips.length === 0 ? { notes: [say('analysis.noFlips')] } : {}),
    },
  ];
}

interface Words {
  readonly locale: Locale;
  readonly say: (id: MessageId, data?: MessageData) => string;
  readonly length: (seconds: number | undefined) => string;
  readonly share: (share: number | undefined) => string;
}

function wordsIn(locale: Locale): Words {
  return {
    locale,
    say: (id, data) => translate(locale, id, data),
    length: (seconds) => (seconds === undefined ? '–' : lengthInWords(seconds)[locale]),
    share: (share) => (share === undefined ? '–' : shareInWords(share)),
  };
}

function promises({ slas }: ProcessAnalysis, { say }: Words): AnalysisTable {
  return {
    title: say('analysis.promises'),
    header: [
      say('analysis.column.promise'),
      '',
      say('analysis.column.verdict'),
      say('analysis.column.rung'),
      say('analysis.column.weakest'),
      say('analysis.column.why'),
    ],
    rows: slas.map((sla) => [
      sla.name,
      promiseOf(sla),
      say(`analysis.verdict.${sla.verdict}`),
      sla.rung === undefined ? '–' : say(`analysis.rung.${sla.rung}`),
      sla.weakestInput === undefined ? '–' : say(`analysis.input.${sla.weakestInput}`),
      sla.sentence,
    ]),
  };
}

function promiseOf({ promise, attainment }: SlaAnalysis): string {
  return attainment === undefined ? promise : `${promise} · ${attainment}`;
}

function people({ roles }: ProcessAnalysis, words: Words): AnalysisTable {
  const { say, length, share } = words;
  return {
    title: say('analysis.roles'),
    header: [
      say('analysis.column.role'),
      say('analysis.column.visits'),
      say('analysis.column.touch'),
      say('analysis.column.need'),
      say('analysis.column.offer'),
      say('analysis.column.load'),
      say('analysis.column.seatsNeeded'),
      say('analysis.column.verdict'),
    ],
    rows: roles.map((role) => [
      role.name,
      numberInWords(role.visits),
      touchOf(role, words),
      hoursOf(role.needHoursPerDay, role, words),
      hoursOf(role.offeredHoursPerDay, role, words),
      share(role.utilisation),
      role.seatsNeeded === undefined ? '–' : String(role.seatsNeeded),
      role.staffed ? say(`analysis.verdict.${role.verdict}`) : '–',
    ]),
    notes: [
      ...(roles.some((role) => touchOf(role, words) !== length(role.touchSeconds))
        ? [say('analysis.uncappedNote')]
        : []),
      ...roles.flatMap(({ sentence }) => (sentence === '' ? [] : [sentence])),
    ],
  };
}

/** Work per case; where a maximum of loops changes it, what it would be without beside it. */
function touchOf({ touchSeconds, touchSecondsUncapped }: RoleAnalysis, { length }: Words): string {
  const [own, without] = [length(touchSeconds), length(touchSecondsUncapped)];
  return own === without ? own : `${own} (${without})`;
}

function hoursOf(hours: number | undefined, role: RoleAnalysis, { say, locale }: Words): string {
  if (hours === undefined) return '–';
  const days = role.aroundTheClock || !role.staffed ? 1 : 7;
  const text = hoursInWords(hours * 3600 * days)[locale];
  return say(days === 1 ? 'analysis.perDay' : 'analysis.perWeek', { hours: text });
}

function times({ time, availability, steps: all }: ProcessAnalysis, words: Words): AnalysisTable {
  const { say, length, share } = words;
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const { simulated, criticalPath, unbounded } = time;
  const rows: string[][] = [];
  const add = (id: MessageId, value: string | undefined, data?: MessageData): void => {
    if (value !== undefined) rows.push([say(id, data), value]);
  };
  const lengthAt = (seconds: number | undefined): string | undefined =>
    seconds === undefined ? undefined : length(seconds);
  add('analysis.mean', lengthAt(time.meanSeconds));
  if (
    time.meanUncappedSeconds !== undefined &&
    differs(time.meanUncappedSeconds, time.meanSeconds)
  ) {
    add('analysis.meanUncapped', length(time.meanUncappedSeconds));
  }
  add('analysis.sd', lengthAt(time.sdSeconds));
  for (const p of [50, 80, 90, 95, 99] as const) {
    if (simulated !== undefined) add('analysis.percentile', length(simulated[`p${p}`]), { p });
  }
  add('analysis.shortest', lengthAt(time.shortestSeconds));
  add('analysis.longest', lengthAt(time.longestSeconds));
  if (unbounded !== undefined) {
    add('analysis.longest', `${say('analysis.unbounded')} (${unbounded.join(', ')})`);
  }
  if (criticalPath !== undefined) {
    const path = shortened(criticalPath.map((id) => names.get(id) ?? id)).join(' → ');
    add('analysis.criticalPath', `${length(time.criticalPathSeconds)}: ${path}`);
  }
  if (time.workShare !== undefined) add('analysis.workShare', share(time.workShare));
  if (time.efficiency !== undefined) add('analysis.efficiency', share(time.efficiency));
  if (availability !== undefined) {
    add('analysis.expectedAvailability', share(availability.weighted));
    add(
      'analysis.worstAvailability',
      `${share(availability.worst)} (${availability.worstSystems.join(' × ')})`,
    );
  }
  const notes = [
    ...(simulated === undefined
      ? []
      : [
          say('analysis.simulated', {
            cases: simulated.cases,
            margin: shareInWords(simulated.margin),
          }),
        ]),
    ...(time.undecided === undefined
      ? []
      : [say('analysis.say.undecided', { lacks: time.undecided })]),
  ];
  return { title: say('analysis.times'), rows, notes };
}

/** Longer lists are shortened in their middle; the JSON result has them whole. */
const mostNames = 40;

function shortened(names: readonly string[]): readonly string[] {
  if (names.length <= mostNames) return names;
  return [...names.slice(0, mostNames - 1), '…', ...names.slice(-1)];
}

function differs(one: number, other: number | undefined): boolean {
  return other === undefined || numberInWords(one) !== numberInWords(other);
}

function flow({ flow: numbers, roles }: ProcessAnalysis, { say, share }: Words): AnalysisTable {
  const { handoffs, automatedShare, solvedAtOnceShare, cost } = numbers;
  const names = new Map(roles.map(({ id, name }) => [id, name]));
  const rows: string[][] = [];
  if (handoffs !== undefined) rows.push([say('analysis.handoffs'), numberInWords(handoffs, 3)]);
  if (automatedShare !== undefined) rows.push([say('analysis.automated'), share(automatedShare)]);
  if (solvedAtOnceShare !== undefined) {
    rows.push([say('analysis.solvedAtOnce'), share(solvedAtOnceShare)]);
  }
  if (cost !== undefined) {
    const total = `${numberInWords(cost.total)} ${cost.currency}`;
    const unpriced = cost.unpriced.map((id) => names.get(id) ?? id).join(', ');
    rows.push([
      say('analysis.cost'),
      unpriced === '' ? total : say('analysis.costUnpriced', { total, roles: unpriced }),
    ]);
  }
  return { title: say('analysis.flow'), rows };
}

/** More rows are no page of numbers; the JSON result has all steps. */
const mostRows = 100;

function steps({ steps: all }: ProcessAnalysis, { say, length }: Words): AnalysisTable {
  const left = all.length - mostRows;
  return {
    title: say('analysis.steps'),
    header: [
      say('analysis.column.step'),
      say('analysis.column.name'),
      say('analysis.column.visits'),
      say('analysis.column.time'),
      say('analysis.column.work'),
      say('analysis.column.slack'),
    ],
    ...(left > 0 ? { notes: [say('analysis.more', { count: left })] } : {}),
    rows: all
      .slice(0, mostRows)
      .map((step) => [
        step.id,
        step.name,
        step.visits === undefined ? '–' : numberInWords(step.visits, 3),
        length(step.meanSeconds),
        length(step.workSeconds),
        step.critical ? say('analysis.critical') : length(step.slackSeconds),
      ]),
  };
}

function comparedRows(before: ProcessAnalysis, after: ProcessAnalysis, words: Words): string[][] {
  const { say, length, share } = words;
  const rows: string[][] = [];
  const add = (name: string, one: string, other: string): void => {
    rows.push([name, one, other]);
  };
  add(say('analysis.mean'), length(before.time.meanSeconds), length(after.time.meanSeconds));
  for (const p of ['p50', 'p90', 'p95'] as const) {
    const [one, other] = [before.time.simulated?.[p], after.time.simulated?.[p]];
    if (one === undefined && other === undefined) continue;
    add(say('analysis.percentile', { p: p.slice(1) }), length(one), length(other));
  }
  for (const role of before.roles.filter(({ staffed }) => staffed)) {
    const other = after.roles.find(({ id }) => id === role.id);
    const cell = (of: RoleAnalysis | undefined): string =>
      of === undefined ? '–' : `${share(of.utilisation)} ${say(`analysis.verdict.${of.verdict}`)}`;
    add(role.name, cell(role), cell(other));
  }
  for (const sla of before.slas) {
    const other = after.slas.find(({ id, tier }) => id === sla.id && tier === sla.tier);
    const cell = (of: SlaAnalysis | undefined): string =>
      of === undefined ? '–' : `${promiseOf(of)} ${say(`analysis.verdict.${of.verdict}`)}`;
    add(sla.name, cell(sla), cell(other));
  }
  return rows;
}
