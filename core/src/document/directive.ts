import type { LineIndex, Span } from '../source/line-index.ts';
import type { Fault } from './fault.ts';
import type { Lexeme } from './lexemes.ts';

/** A `# flowaudit-disable-…` comment. A directive without a reason suppresses nothing. */
export interface Directive {
  readonly scope: 'next-line' | 'file';
  /** The rule id as written; absent when the comment names none. */
  readonly rule?: string;
  readonly reason?: string;
  /** The whole comment, from `#`. */
  readonly span: Span;
  /** One-based line that a `next-line` directive covers: the next line that is no comment and not blank. */
  readonly line?: number;
}

/** The directives among a text's comments, and what looks like one and is none. */
export function directivesOf(
  text: string,
  lexemes: readonly Lexeme[],
  lines: LineIndex,
): { directives: readonly Directive[]; faults: readonly Fault[] } {
  const comments = lexemes.filter(({ kind }) => kind === 'comment');
  const directives: Directive[] = [];
  const faults: Fault[] = [];
  let covered: readonly (number | undefined)[] | undefined;
  for (const { start, end } of comments) {
    const span = { start, end };
    const comment = text.slice(start, end);
    const scope = /^#\s*flowaudit-disable-(next-line|file)(?![\w-])/.exec(comment);
    if (scope === null) {
      faults.push(...misspelled(comment, start));
      continue;
    }
    const parts = partsOf(comment.slice(scope[0].length));
    if (scope[1] === 'file') {
      directives.push({ scope: 'file', ...parts, span });
      continue;
    }
    covered ??= contentLines(text, comments, lines);
    const line = covered[lines.positionAt(start).line + 1];
    directives.push({
      scope: 'next-line',
      ...parts,
      span,
      ...(line === undefined ? {} : { line }),
    });
  }
  return { directives, faults };
}

/** Our name and a word that only a directive says; `# FlowAudit disables …` is prose. */
const almostDirective =
  /^#\s*flow-?audit(?:\s*[-_:]\s*[\w-]*(?:able|ignore|suppress|skip|next-?line)[\w-]*|\s+dis\w*-(?:next|file)[\w-]*)/i;

function misspelled(comment: string, start: number): readonly Fault[] {
  const found = almostDirective.exec(comment);
  if (found === null) return [];
  const [words] = found;
  const span = { start, end: start + words.length };
  return [{ code: 'document.directiveUnknown', span, data: { text: words.replace(/^#\s*/, '') } }];
}

/** Rule and reason, parted by `--` or by a dash, as Chinese keyboards write it. */
function partsOf(words: string): { rule?: string; reason?: string } {
  const separator = /--+|[—–]+/.exec(words);
  const before = (separator === null ? words : words.slice(0, separator.index)).trim();
  const rule = separator === null ? (before.split(/\s+/)[0] ?? '') : before;
  const reason =
    separator === null ? '' : words.slice(separator.index + separator[0].length).trim();
  return { ...(rule === '' ? {} : { rule }), ...(reason === '' ? {} : { reason }) };
}

/** For each one-based line, the first line from it on that is neither blank nor a comment. */
function contentLines(
  text: string,
  comments: readonly Lexeme[],
  lines: LineIndex,
): readonly (number | undefined)[] {
  const commentOnLine = new Map(comments.map(({ start }) => [lines.positionAt(start).line, start]));
  const found: (number | undefined)[] = [];
  let content: number | undefined;
  for (let line = lines.starts.length; line > 0; line--) {
    const end = commentOnLine.get(line) ?? lines.starts[line] ?? text.length;
    if (text.slice(lines.starts[line - 1], end).trim() !== '') content = line;
    found[line] = content;
  }
  return found;
}
