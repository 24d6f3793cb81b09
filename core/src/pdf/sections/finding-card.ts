import type { Reference } from '../../audit/audit-result.ts';
import { textIn } from '../../i18n/text.ts';
import type { MessageId } from '../../i18n/translate.ts';
import { factPart } from '../layout/facts.ts';
import { addDestination } from '../layout/headings.ts';
import { paragraphPart } from '../layout/lines.ts';
import { sheet } from '../layout/page-flow.ts';
import { ink, outcomeColor, severityColor, type } from '../layout/palette.ts';
import { heightOfParts } from '../layout/part.ts';
import type { Part } from '../layout/part.ts';
import type { NumberedFinding, ReportContext } from '../report-context.ts';
import { placeOf, pointerOf } from './finding-place.ts';
import type { SourceExcerpts } from './source-excerpt.ts';

const inset = 16;
const card = { x: sheet.left + inset, width: sheet.right - sheet.left - inset } as const;
const labelWidth = 76;

/** A taller card than this share of a page is split; others move to a new page as a whole. */
const largestWhole = 0.6 * (sheet.bottom - sheet.top);

export interface FindingCard {
  /** How much of it stays together. */
  readonly keep: number;
  readonly lay: () => void;
}

/** One finding: what, how bad, where, on what ground, and what to do. */
export function findingCard(
  context: ReportContext,
  finding: NumberedFinding,
  excerpts: SourceExcerpts,
): FindingCard {
  const { flow } = context;
  const head = headParts(context, finding);
  const parts = [
    ...head,
    ...placeParts(context, finding),
    excerpts.part(finding, { ...card, labelWidth }),
    ...groundParts(context, finding),
  ];
  const whole = heightOfParts(parts);
  const headHeight = heightOfParts(head.slice(0, 2)) + 3 * type.body.pitch;
  const keep = whole <= largestWhole ? whole : headHeight;
  const color = severityColor[finding.severity];
  return {
    keep,
    lay: () => {
      flow.need(keep);
      addDestination(flow, finding.destination);
      flow.beside(
        (from, to) => flow.document.rect(sheet.left, from, 3, to - from).fill(color),
        () => {
          for (const part of parts) part.lay();
        },
      );
      flow.gap(20);
    },
  };
}

/** Title, badge, message. */
function headParts(context: ReportContext, finding: NumberedFinding): readonly Part[] {
  const { flow, locale } = context;
  const title = `[${finding.number}] ${context.titleOf(finding.rule)}`;
  return [
    paragraphPart(flow, title, { style: type.item, type: 'H3', ...card }),
    badgePart(context, finding),
    paragraphPart(flow, finding.message, { style: type.body, ...card, justify: locale === 'zh' }),
    { height: 5, lay: () => flow.gap(5) },
  ];
}

const badgeHeight = 17;
const badgeMargin = { above: 2, below: 4 } as const;

/** Severity on its colour, then the outcome and the rule, as one line that reads in that order. */
function badgePart({ flow, say }: ReportContext, finding: NumberedFinding): Part {
  const { document, typesetter } = flow;
  const severity = say(`report.severity.${finding.severity}`);
  const outcome = say(`report.outcome.${finding.outcome}`);
  const badgeStyle = { ...type.label, color: ink.onDark, pitch: badgeHeight };
  const badgeWidth = typesetter.widthOf(severity, badgeStyle) + 14;
  const outcomeStyle = { ...badgeStyle, color: outcomeColor[finding.outcome] };
  const ruleX = card.x + badgeWidth + 10 + typesetter.widthOf(outcome, outcomeStyle) + 12;
  const ruleStyle = { ...type.note, pitch: badgeHeight };
  const ruleLines = typesetter.wrap(finding.rule, ruleStyle, sheet.right - ruleX);
  const lay = (): void => {
    flow.y += badgeMargin.above;
    const top = flow.y;
    flow.decorate(() => {
      document
        .roundedRect(card.x, top + 1.5, badgeWidth, badgeHeight - 3, 3)
        .fill(severityColor[finding.severity]);
    });
    const element = document.struct('P');
    flow.root.add(element);
    element.add(() => {
      typesetter.draw(`${severity} `, badgeStyle, card.x + 7, top);
      typesetter.draw(`${outcome} `, outcomeStyle, card.x + badgeWidth + 10, top);
      for (const [index, line] of ruleLines.entries()) {
        typesetter.draw(line, ruleStyle, ruleX, top + index * badgeHeight);
      }
    });
    element.end();
    flow.y += badgeHeight * ruleLines.length + badgeMargin.below;
  };
  return { height: badgeHeight * ruleLines.length + badgeMargin.above + badgeMargin.below, lay };
}

function placeParts(context: ReportContext, finding: NumberedFinding): readonly Part[] {
  return [
    field(context, 'report.finding.place', placeOf(finding)),
    field(context, 'report.finding.path', pointerOf(finding, context.say)),
  ];
}

function groundParts(context: ReportContext, finding: NumberedFinding): readonly Part[] {
  const { input, locale, say } = context;
  const texts = input.ruleTexts.get(finding.rule);
  const related = finding.related.map((place) =>
    say('report.finding.relatedPlace', { place: placeOf(place), message: place.message }),
  );
  const facts: readonly (readonly [MessageId, string])[] = [
    ['report.finding.references', referencesText(context, finding)],
    ['report.finding.rationale', textIn(texts?.rationale, locale) ?? ''],
    ['report.finding.remedy', textIn(texts?.remedy, locale) ?? ''],
    ['report.finding.related', related.join('\n')],
    ['report.finding.fingerprint', finding.fingerprint],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) => field(context, label, value));
}

function referencesText(context: ReportContext, finding: NumberedFinding): string {
  const { say, input } = context;
  const lines = finding.references.map((reference) => referenceText(context, reference));
  if (lines.length === 0) return say('report.finding.noReferences');
  const unverified = input.ruleTexts.get(finding.rule)?.confidence === 'unverified';
  return [...lines, ...(unverified ? [say('report.finding.unverified')] : [])].join('\n');
}

function referenceText({ say }: ReportContext, { law, article, edition }: Reference): string {
  return edition === undefined
    ? say('report.finding.referenceWithoutEdition', { law, article })
    : say('report.finding.reference', { law, article, edition });
}

function field({ flow, say }: ReportContext, label: MessageId, value: string): Part {
  return factPart(flow, { label: say(label), value }, { ...card, labelWidth });
}
