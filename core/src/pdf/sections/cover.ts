import { textIn } from '../../i18n/text.ts';
import { layFact } from '../layout/facts.ts';
import { layParagraph } from '../layout/lines.ts';
import { layList } from '../layout/list.ts';
import { sheet, textWidth } from '../layout/page-flow.ts';
import { ink, tint, type } from '../layout/palette.ts';
import type { ReportContext } from '../report-context.ts';
import { nameOf } from '../report-context.ts';
import { layVerdictBand } from './verdict-band.ts';

const bandHeight = 190;

/** More names than these would push the verdict off the cover; Scope lists every process. */
const mostNames = 6;

export function layCover(context: ReportContext): void {
  const { flow } = context;
  flow.newPage();
  layTitle(context);
  layOrganizations(context);
  layProcesses(context);
  flow.gap(18);
  layVerdictBand(context);
  flow.gap(12);
  layReasons(context);
  flow.gap(18);
  flow.decorate(() => flow.document.rect(sheet.left, flow.y, textWidth, 0.6).fill(tint.rule));
  flow.gap(14);
  layFacts(context);
}

function layTitle({ flow, say }: ReportContext): void {
  flow.decorate(() => {
    flow.document.rect(0, 0, sheet.width, bandHeight).fill(tint.band);
    flow.typesetter.draw('FlowAudit', { ...type.item, color: ink.onDark }, sheet.left, 64);
    flow.document.rect(sheet.left, 92, 36, 2.5).fill(ink.onDark);
  });
  flow.y = 116;
  layParagraph(flow, say('report.title'), {
    style: { ...type.cover, color: ink.onDark },
    type: 'H1',
  });
  flow.y = bandHeight + 34;
}

function layOrganizations({ flow, input, locale, say }: ReportContext): void {
  const names = input.processes.map(({ organization }) => textIn(organization, locale));
  const known = [...new Set(names.filter((name) => name !== undefined))];
  layParagraph(flow, say('report.cover.organization'), { style: type.label });
  const text = known.length === 0 ? say('report.notProvided') : known.join('\n');
  layParagraph(flow, text, { style: type.bodyStrong });
  flow.y += 10;
}

function layProcesses(context: ReportContext): void {
  const { flow, input, say } = context;
  layParagraph(flow, say('report.cover.process'), { style: type.label });
  if (input.processes.length === 0) {
    layParagraph(flow, say('report.scope.noProcesses'), { style: type.bodyStrong });
  }
  for (const process of input.processes.slice(0, mostNames)) {
    const name = nameOf(process, context.locale);
    layParagraph(flow, name, { style: type.coverName });
    // Whoever signs may know the process by its name in the other language only.
    const other = nameOf(process, context.locale === 'zh' ? 'en' : 'zh');
    if (other !== name) layParagraph(flow, other, { style: type.note });
    if (process.version === undefined) continue;
    const version = say('report.cover.version', { version: process.version });
    layParagraph(flow, version, { style: type.note });
  }
  const more = input.processes.length - mostNames;
  if (more > 0) {
    layParagraph(flow, say('report.cover.moreProcesses', { count: more }), { style: type.body });
  }
}

function layReasons({ flow, result, say }: ReportContext): void {
  if (result.because.length > 0) {
    layList(
      flow,
      result.because.map(({ message }) => ({ text: message })),
    );
  }
  flow.gap(4);
  layParagraph(flow, say('report.cover.limits'), { style: type.note });
}

function layFacts({ flow, result, file, say }: ReportContext): void {
  const { checked, skipped, failed } = result.summary.files;
  const facts = [
    { label: say('report.cover.asOf'), value: result.asOf },
    {
      label: say('report.cover.files'),
      value: say('report.cover.filesValue', { checked, skipped, failed }),
    },
    {
      label: say('report.cover.rulesets'),
      value: result.rulesets.map(({ id, version }) => `${id} ${version}`).join('\n'),
    },
    { label: say('report.cover.tool'), value: `${result.tool.name} ${result.tool.version}` },
    {
      label: say('report.cover.result'),
      value: `SHA-256 ${file.sha256.slice(0, 16)}`,
    },
  ];
  for (const { label, value } of facts) {
    layFact(flow, { label, value: value === '' ? say('report.notProvided') : value });
  }
}
