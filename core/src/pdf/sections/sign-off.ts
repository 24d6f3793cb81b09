import { layParagraph } from '../layout/lines.ts';
import type { PageFlow } from '../layout/page-flow.ts';
import { sheet, textWidth } from '../layout/page-flow.ts';
import { tint, type } from '../layout/palette.ts';
import type { ReportContext } from '../report-context.ts';

const roles = ['auditor', 'owner', 'quality'] as const;

const opinions = ['agree', 'reservations', 'disagree', 'unable'] as const;

/** 42 millimetres, as wide as company seals are. */
const sealSize = 119;
const rowPitch = 25;
const boxHeight = 180;
const padding = 12;
const labelWidth = 104;

/** One box for each role: name, date, opinion, differences, signature and seal. */
export function laySignOff(context: ReportContext): void {
  const { flow, headings, say } = context;
  flow.newPage();
  headings.section(say('report.signOff'));
  layParagraph(flow, say('report.signOff.intro'), {
    style: type.body,
    justify: context.locale === 'zh',
  });
  flow.y += 10;
  for (const role of roles) layRole(context, role);
}

function layRole({ flow, say }: ReportContext, role: (typeof roles)[number]): void {
  flow.need(boxHeight);
  const top = flow.y;
  const name = say(`report.signOff.${role}`);
  drawFrame(flow, top);
  flow.y = top + 9;
  layParagraph(flow, name, { style: type.item, type: 'H2', x: sheet.left + padding });
  flow.y = top + 38;
  layBlank(flow, say('report.signOff.name'));
  layBlank(flow, say('report.signOff.date'));
  layOpinions(
    flow,
    say('report.signOff.opinion'),
    opinions.map((id) => say(`report.signOff.${id}`)),
  );
  layBlank(flow, say('report.signOff.differences'));
  laySignature(
    flow,
    role,
    say('report.signOff.signature'),
    say('report.signOff.signatureOf', { role: name }),
  );
  flow.y = top + 38;
  laySeal(flow, say('report.signOff.seal'));
  flow.y = top + boxHeight + 14;
}

function drawFrame(flow: PageFlow, top: number): void {
  flow.decorate(() => {
    flow.document.rect(sheet.left, top, textWidth, 32).fill(tint.head);
    flow.document.rect(sheet.left, top, textWidth, boxHeight).lineWidth(0.8).stroke(tint.rule);
  });
}

/** Where the lines to write on begin and end. */
const blank = {
  from: sheet.left + padding + labelWidth,
  to: sheet.right - padding - sealSize - 18,
} as const;

function layLabel(flow: PageFlow, label: string): void {
  const top = flow.y;
  layParagraph(flow, label, { style: type.label, x: sheet.left + padding, width: labelWidth - 6 });
  flow.y = top;
}

function layBlank(flow: PageFlow, label: string): void {
  layLabel(flow, label);
  const y = flow.y + type.label.pitch;
  flow.decorate(() => {
    flow.document.rect(blank.from, y, blank.to - blank.from, 0.6).fill(tint.line);
  });
  flow.y += rowPitch;
}

/** Boxes to tick, two on a line. */
function layOpinions(flow: PageFlow, label: string, choices: readonly string[]): void {
  layLabel(flow, label);
  const width = (blank.to - blank.from) / 2;
  const top = flow.y;
  for (const [index, choice] of choices.entries()) {
    const x = blank.from + (index % 2) * width;
    flow.y = top + Math.floor(index / 2) * 17;
    const boxTop = flow.y + 2.5;
    flow.decorate(() => flow.document.rect(x, boxTop, 8.5, 8.5).lineWidth(0.8).stroke(tint.line));
    layParagraph(flow, choice, { style: type.note, x: x + 13, width: width - 16 });
  }
  flow.y = top + Math.ceil(choices.length / 2) * 17 + 5;
}

/** The field has a name of its own, so that each role can sign in turn. */
function laySignature(flow: PageFlow, name: string, label: string, spoken: string): void {
  layLabel(flow, label);
  const area = [blank.from, flow.y - 4, blank.to - blank.from, 22] as const;
  flow.decorate(() => {
    flow.document.rect(...area).fill(tint.zebra);
    flow.document.rect(blank.from, area[1] + area[3], area[2], 0.6).fill(tint.line);
  });
  flow.document.addSignatureField(name, spoken, area);
}

function laySeal(flow: PageFlow, label: string): void {
  const x = sheet.right - padding - sealSize;
  const top = flow.y + 8;
  flow.decorate(() => {
    flow.document.lineWidth(0.8).dash(3, { space: 3 });
    flow.document.roundedRect(x, top, sealSize, sealSize, 4).stroke(tint.line).undash();
  });
  flow.y = top + (sealSize - type.note.pitch) / 2;
  const indent = (sealSize - flow.typesetter.widthOf(label, type.note)) / 2;
  layParagraph(flow, label, { style: type.note, x: x + indent, width: sealSize });
}
