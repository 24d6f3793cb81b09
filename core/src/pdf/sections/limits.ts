import { layList } from '../layout/list.ts';
import type { ReportContext } from '../report-context.ts';

/** What the verdict does not say; laid out after every text that may hold odd characters. */
export function layLimits({ flow, headings, result, file, say }: ReportContext): void {
  headings.section(say('report.limits'));
  const { asOf } = result;
  const statements = [
    say('report.limits.definitions'),
    say('report.limits.sample'),
    say('report.limits.notAssessed', { section: say('report.notAssessed') }),
    say('report.limits.asOf', { asOf }),
    say('report.limits.law'),
    say('report.limits.data', { name: file.name, sha256: file.sha256 }),
    say('report.limits.signature'),
  ];
  const replaced = [...flow.typesetter.replaced].toSorted((left, right) => left - right);
  if (replaced.length > 0) {
    const list = replaced.map((codePoint) => `U+${hex(codePoint)}`).join(' ');
    statements.push(say('report.limits.characters', { count: replaced.length, list }));
  }
  layList(
    flow,
    statements.map((text) => ({ text })),
  );
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, '0');
}
