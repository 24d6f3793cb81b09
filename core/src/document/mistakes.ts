import type { MessageId } from '../i18n/translate.ts';
import type { LineIndex } from '../source/line-index.ts';
import type { Aliases } from './aliases.ts';
import type { Fault } from './fault.ts';
import type { Lexed } from './lexemes.ts';
import type { Cause } from './mistakes/cause.ts';
import { lexicalCauses } from './mistakes/lexical.ts';
import { Page } from './mistakes/page.ts';
import { parserErrorCauses, type ParserError } from './mistakes/errors/parser-errors.ts';
import { structureCauses } from './mistakes/structure/structure.ts';

/** Everything known of a text that could not, or not quite, be read. */
export interface Evidence {
  readonly text: string;
  readonly lines: LineIndex;
  readonly lexed: Lexed;
  /** The roots of the documents, as the parser recovered them. */
  readonly roots: readonly unknown[];
  readonly aliases: Aliases;
  readonly errors: readonly ParserError[];
}

/**
 * The mistakes people made in a text, one fault per cause, in order of position.
 *
 * One slip makes the parser stumble several times. So the causes that show by themselves come
 * first, each explains a stretch of text, and only an error outside all stretches is looked into.
 */
export function mistakesIn({
  text,
  lines,
  lexed,
  roots,
  aliases,
  errors,
}: Evidence): readonly Fault[] {
  const page = new Page(text, lexed.lexemes, lines);
  const lexical = lexicalCauses(page, lexed);
  const structural = structureCauses(roots, page, aliases);
  const suspects: Suspect[] = [
    ...lexical.map((cause) => ({ start: cause.explains.start, rank: 0, cause })),
    ...structural.map((cause) => ({
      start: cause.explains.start,
      rank: cause.fault.code === 'document.duplicateKey' ? 3 : 1,
      cause,
    })),
    ...errors.map((error) => ({ start: startOf(error, page), rank: 2, error })),
  ];
  suspects.sort((a, b) => a.start - b.start || a.rank - b.rank);
  return faultsOf(page, investigate(page, suspects));
}

/** A cause that is known, or an error whose cause is to be found; at one place, low ranks first. */
type Suspect = { readonly start: number; readonly rank: number } & (
  | { readonly cause: Cause }
  | { readonly error: ParserError }
);

/** The parser's errors stand at the blanks before what is wrong; a tab is itself what is wrong. */
function startOf({ code, span }: ParserError, page: Page): number {
  return code === 'TAB_AS_INDENT' ? span.start : page.startOf(span);
}

function investigate(page: Page, suspects: readonly Suspect[]): readonly Cause[] {
  const causes: Cause[] = [];
  // How far the text is explained. Starts ascend, so one number stands for all stretches so far.
  let explained = -1;
  let misled = -1;
  // How far lines may be out of line only because one above them could not be read.
  let displaced = -1;
  for (const suspect of suspects) {
    if (suspect.start <= ('error' in suspect ? misled : explained)) {
      const last = causes.at(-1);
      if ('error' in suspect || last === undefined) continue;
      const { fault, explains } = suspect.cause;
      if (fault.swallows !== true) continue;
      causes[causes.length - 1] = swallowing(last);
      explained = Math.max(explained, explains.end);
      misled = Math.max(misled, explained);
      continue;
    }
    const found = 'cause' in suspect ? [suspect.cause] : parserErrorCauses(suspect.error, page);
    for (const cause of found) {
      explained = Math.max(explained, cause.explains.end);
      misled = Math.max(misled, explained, cause.misleadsTo ?? 0);
      const { code, span } = cause.fault;
      if (suspect.start <= displaced && consequences.has(code)) continue;
      if (!displaces(cause, page)) causes.push(cause);
      else {
        causes.push(swallowing(cause));
        if (suspect.start > displaced) displaced = page.blockEnd(span.start);
      }
    }
  }
  return causes;
}

function swallowing(cause: Cause): Cause {
  return { ...cause, fault: { ...cause.fault, swallows: true } };
}

/** Whether the lines below lose the place in the structure that their indentation gives them. */
function displaces({ fault: { code, span } }: Cause, page: Page): boolean {
  if (displacing.has(code)) return true;
  if (!keyCodes.has(code)) return false;
  // A key without its colon leaves the lines below without the map or list they belong to.
  const rest = page.restOfLine(span.end);
  return rest.end === rest.start;
}

const keyCodes: ReadonlySet<MessageId> = new Set([
  'document.keyWithoutColon',
  'document.wideColon',
  'document.wideColonOrText',
]);

const alignment: readonly MessageId[] = [
  'document.badIndentation',
  'document.deeperThanValue',
  'document.indentation',
  'document.listBehindKey',
  'document.listIndentation',
];

const displacing: ReadonlySet<MessageId> = new Set([
  ...alignment,
  'document.invisibleSpace',
  'document.missingSpaceAfterDash',
  'document.tab',
  'document.unclosedBracket',
  'document.unclosedQuote',
  'document.wideBracket',
  'document.wideSpace',
  'document.wrongBracket',
]);

/** What a line looks like whose block is not the one it was written for. */
const consequences: ReadonlySet<MessageId> = new Set([
  ...alignment,
  'document.colonInText',
  'document.nestedOnOneLine',
]);

function faultsOf(page: Page, causes: readonly Cause[]): readonly Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const { fault } of causes) {
    const span = page.visible(fault.span);
    const id = `${fault.code} ${String(span.start)}`;
    if (seen.has(id)) continue;
    seen.add(id);
    const related = fault.related === undefined ? {} : { related: page.visible(fault.related) };
    faults.push({ ...fault, span, ...related });
  }
  return faults.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
