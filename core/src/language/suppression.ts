import type { FindingRecord } from '../audit/audit-result.ts';
import type { Locale } from '../i18n/text.ts';
import { say } from './say.ts';

/** Text to insert before a one-based line; `reason` is the part the author is asked to replace. */
export interface TextEdit {
  readonly line: number;
  readonly before: string;
  readonly reason: string;
  readonly after: string;
}

/**
 * The comment that accepts one finding, to be put above its line at the line's own indentation.
 *
 * @param lineText the text of the line on which the finding begins
 */
export function suppressionEdit(
  finding: Pick<FindingRecord, 'rule' | 'range'>,
  lineText: string,
  locale: Locale,
): TextEdit {
  const indentation = /^\s*/.exec(lineText)?.[0] ?? '';
  return {
    line: finding.range.start.line,
    before: `${indentation}# flowaudit-disable-next-line ${finding.rule} -- `,
    reason: say(locale, 'editor.suppress.reason'),
    after: '\n',
  };
}
