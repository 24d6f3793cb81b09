import { analyse } from '../audit/analyse.ts';
import type {
  ProcessAnalysis,
  RoleAnalysis,
  SlaAnalysis,
  StepAnalysis,
} from '../audit/analysis-result.ts';
import { locatePointer } from '../document/places.ts';
import type { Locale } from '../i18n/text.ts';
import { translate } from '../i18n/translate.ts';
import type { Model } from '../model/model.ts';
import type { SimulationBudget } from '../model/numbers/promise-judge.ts';
import { lengthInWords, numberInWords, shareInWords } from '../quantity/wording.ts';
import type { Range } from '../source/line-index.ts';
import type { Run } from './run.ts';

/** What an editor writes beside a process: short numbers, sentences above, and what a hover adds. */
export interface Annotations {
  /** Behind the line that begins there. */
  readonly hints: readonly {
    readonly line: number;
    readonly text: string;
    readonly tooltip: string;
  }[];
  readonly lenses: readonly { readonly range: Range; readonly text: string }[];
  /** Markdown. */
  readonly hovers: readonly { readonly range: Range; readonly text: string }[];
}

/**
 * The annotations of one file of a run; none where it holds no process, or one that was not read in
 * full: numbers of a part would be numbers of another process.
 *
 * @param simulation absent: nothing is simulated
 */
export function annotationsOf(
  { input, result }: Pick<Run, 'input' | 'result'>,
  path: string,
  simulation?: SimulationBudget,
): Annotations {
  const { asOf, locale } = result;
  const none = { hints: [], lenses: [], hovers: [] };
  const model = input.units
    .map((unit) => unit.model)
    .find(({ process }) => process?.file.path === path);
  const { process } = model ?? {};
  if (model === undefined || process === undefined) return none;
  if (process.faults.length > 0 || process.file.faults.length > 0) return none;
  const analysis = analyse(model, {
    asOf,
    locale,
    ...(simulation === undefined ? {} : { simulation }),
  });
  return analysis === undefined ? none : new Annotator(model, analysis, locale).annotations();
}

class Annotator {
  private readonly model: Model;
  private readonly analysis: ProcessAnalysis;
  private readonly locale: Locale;

  constructor(model: Model, analysis: ProcessAnalysis, locale: Locale) {
    this.model = model;
    this.analysis = analysis;
    this.locale = locale;
  }

  annotations(): Annotations {
    const { steps, roles, slas } = this.analysis;
    const { headlines } = this.analysis;
    const all = this.rangeOf('/slas');
    const summary =
      all === undefined || slas.length === 0 ? [] : [{ range: all, text: this.tally(slas) }];
    return {
      hints: [
        ...steps.flatMap((step) => this.stepHint(step)),
        ...roles.flatMap((role) => this.roleHint(role)),
      ],
      lenses: [...summary, ...slas.flatMap((sla) => this.slaLens(sla))],
      hovers: [
        ...steps.flatMap((step) => this.stepHover(step)),
        ...roles.flatMap((role) => this.hover(`/roles/${role.id}`, role.sentence)),
        ...slas.flatMap((sla) => this.hover(sla.pointer, this.slaText(sla))),
        ...this.hover('/slas', headlines.map((line) => `- ${line}`).join('\n')),
      ],
    };
  }

  private stepHint(step: StepAnalysis): Annotations['hints'] {
    const range = this.rangeOf(`/steps/${step.id}`);
    const { meanSeconds, visits, critical } = step;
    if (range === undefined || meanSeconds === undefined || meanSeconds === 0) return [];
    const time = lengthInWords(meanSeconds)[this.locale];
    const often =
      visits === undefined || visits === 1
        ? ''
        : ` · ${translate(this.locale, 'editor.hint.visits', { visits: numberInWords(visits, 3) })}`;
    const mark = critical ? ` · ${translate(this.locale, 'analysis.critical')}` : '';
    return [
      { line: range.start.line, text: `≈ ${time}${often}${mark}`, tooltip: this.stepText(step) },
    ];
  }

  private roleHint(role: RoleAnalysis): Annotations['hints'] {
    const range = this.rangeOf(`/roles/${role.id}`);
    if (range === undefined || !role.staffed || role.utilisation === undefined) return [];
    const text = translate(this.locale, 'editor.hint.load', {
      load: shareInWords(role.utilisation),
      verdict: translate(this.locale, `analysis.verdict.${role.verdict}`),
    });
    return [{ line: range.start.line, text, tooltip: role.sentence }];
  }

  private slaLens(sla: SlaAnalysis): Annotations['lenses'] {
    const range = this.rangeOf(sla.pointer);
    return range === undefined ? [] : [{ range, text: this.slaText(sla) }];
  }

  private slaText({ verdict, name, sentence }: SlaAnalysis): string {
    const word = translate(this.locale, `analysis.verdict.${verdict}`);
    // What is undecided says so itself.
    if (verdict === 'undecided') return `${marks[verdict]} ${name} · ${sentence}`;
    const colon = this.locale === 'zh' ? '：' : ': ';
    return `${marks[verdict]} ${name} · ${word}${colon}${sentence}`;
  }

  private tally(slas: readonly SlaAnalysis[]): string {
    return (['met', 'broken', 'undecided'] as const)
      .map((verdict) => ({ verdict, count: slas.filter((sla) => sla.verdict === verdict).length }))
      .filter(({ count }) => count > 0)
      .map(({ verdict, count }) => {
        const word = translate(this.locale, `analysis.verdict.${verdict}`);
        return `${marks[verdict]} ${String(count)} ${word}`;
      })
      .join('  ');
  }

  private stepHover(step: StepAnalysis): Annotations['hovers'] {
    return step.meanSeconds === undefined
      ? []
      : this.hover(`/steps/${step.id}`, this.stepText(step));
  }

  private stepText(step: StepAnalysis): string {
    const say = (id: Parameters<typeof translate>[1]): string => translate(this.locale, id);
    const length = (seconds: number): string => lengthInWords(seconds)[this.locale];
    return [
      step.meanSeconds === undefined
        ? ''
        : `${say('analysis.column.time')} ${length(step.meanSeconds)}`,
      step.workSeconds === undefined
        ? ''
        : `${say('analysis.column.work')} ${length(step.workSeconds)}`,
      step.visits === undefined
        ? ''
        : `${say('analysis.column.visits')} ${numberInWords(step.visits, 3)}`,
      step.critical
        ? say('analysis.critical')
        : step.slackSeconds === undefined
          ? ''
          : `${say('analysis.column.slack')} ${length(step.slackSeconds)}`,
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }

  private hover(pointer: string, text: string): Annotations['hovers'] {
    const range = this.rangeOf(pointer);
    return range === undefined || text === '' ? [] : [{ range, text }];
  }

  /** The words at a pointer of the process; nothing where it has no such place. */
  private rangeOf(pointer: string): Range | undefined {
    const { process } = this.model;
    if (process === undefined) return undefined;
    const located = locatePointer(process.document, pointer, 'key');
    if (located.pointer !== pointer) return undefined;
    return process.file.lines.rangeOf(located.span);
  }
}

const marks = { met: '✓', broken: '✗', undecided: '?' } as const;
