import type { ErrorCode } from 'yaml';
import type { MessageId } from '../../../i18n/translate.ts';
import type { Span } from '../../../source/line-index.ts';
import { blockCauses } from './block-errors.ts';
import { causeOf, excerpt, type Cause } from '../cause.ts';
import { tabCause } from '../tabs.ts';
import { flowCauses } from './flow-errors.ts';
import type { Page } from '../page.ts';

/** What the parser complains about, without its sentence. */
export interface ParserError {
  readonly code: ErrorCode;
  readonly span: Span;
}

/** The mistakes behind an error of the parser; several where one error hides several lines. */
export function parserErrorCauses(error: ParserError, page: Page): readonly Cause[] {
  const at = page.indexAt(error.span.start);
  const isComment = page.lexemes[at]?.kind === 'comment' && error.code !== 'MISSING_CHAR';
  const index = isComment ? page.next(at) : at;
  const named = namedByCode(error, page) ?? namedByLexeme(error, index, page);
  if (named !== undefined) return named;
  const lexeme = page.lexemes[index];
  const isText = lexeme === undefined || lexeme.kind === 'block-text';
  const span = page.visible(isText ? page.lineOf(error.span.start) : lexeme);
  const data = { text: excerpt(page.textOf(span)) };
  const line = page.lineOf(span.start);
  const explains = { start: error.span.start, end: line.end };
  return [causeOf({ code: sentences[error.code], span, data, swallows: true }, explains)];
}

/** The sentence for an error whose cause nobody recognises. */
const sentences: Readonly<Record<ErrorCode, MessageId>> = {
  ALIAS_PROPS: 'document.strayMarker',
  BAD_ALIAS: 'document.strayMarker',
  BAD_COLLECTION_TYPE: 'document.tag',
  BAD_DIRECTIVE: 'document.percentLine',
  BAD_DQ_ESCAPE: 'document.badEscape',
  BAD_INDENT: 'document.indentation',
  BAD_PROP_ORDER: 'document.strayMarker',
  BAD_SCALAR_START: 'document.leadingCharacter',
  BLOCK_AS_IMPLICIT_KEY: 'document.nestedOnOneLine',
  BLOCK_IN_FLOW: 'document.blockInBrackets',
  DUPLICATE_KEY: 'document.unreadable',
  IMPOSSIBLE: 'document.unreadable',
  KEY_OVER_1024_CHARS: 'document.keyTooLong',
  MISSING_CHAR: 'document.missingCharacter',
  MULTILINE_IMPLICIT_KEY: 'document.keyOverLines',
  MULTIPLE_ANCHORS: 'document.strayMarker',
  MULTIPLE_DOCS: 'document.unreadable',
  MULTIPLE_TAGS: 'document.strayMarker',
  NON_STRING_KEY: 'document.keyIsCollection',
  RESOURCE_EXHAUSTION: 'document.unreadable',
  TAB_AS_INDENT: 'document.tab',
  TAG_RESOLVE_FAILED: 'document.tag',
  UNEXPECTED_TOKEN: 'document.unexpectedText',
};

function namedByCode({ code, span }: ParserError, page: Page): readonly Cause[] | undefined {
  switch (code) {
    case 'TAB_AS_INDENT':
      return [tabCause(page, span.start)];
    case 'BAD_DQ_ESCAPE': {
      const at = { start: span.start, end: span.start + 2 };
      return [causeOf({ code: 'document.badEscape', span: at, data: { text: page.textOf(at) } })];
    }
    case 'BAD_SCALAR_START':
      return [leadingCharacter(page, span.start)];
    default:
      return undefined;
  }
}

function namedByLexeme(
  error: ParserError,
  index: number,
  page: Page,
): readonly Cause[] | undefined {
  const lexeme = page.lexemes[index];
  if (lexeme === undefined) return undefined;
  if (lexeme.kind === 'block-text') {
    const line = page.lineOf(error.span.start);
    return /^ *\t/.test(page.textOf(line)) ? [tabCause(page, line.start)] : undefined;
  }
  const line = page.lineOf(lexeme.start);
  const before = page.before(index);
  if (lexeme.kind === 'comment') {
    const span = { start: lexeme.start, end: lexeme.start + 1 };
    return [causeOf({ code: 'document.spaceBeforeComment', span, data: {} })];
  }
  const header = [lexeme, before].find((each) => each?.kind === 'block-scalar-header');
  if (header !== undefined) return [leadingCharacter(page, header.start)];
  const percent = [lexeme, page.lexemes[page.previous(index)]].find(
    (each) => each?.kind === 'directive-line',
  );
  if (percent !== undefined) {
    const data = { text: excerpt(page.textOf(percent)) };
    return [causeOf({ code: 'document.percentLine', span: percent, data }, { end: lexeme.end })];
  }
  if (error.code === 'TAG_RESOLVE_FAILED' || error.code === 'BAD_COLLECTION_TYPE') {
    const data = { text: excerpt(page.textOf(lexeme)) };
    return [causeOf({ code: 'document.tag', span: lexeme, data })];
  }
  if (before?.kind === 'doc-start' || before?.kind === 'doc-end') {
    const data = { marker: page.textOf(before) };
    const span = { start: lexeme.start, end: line.end };
    return [causeOf({ code: 'document.textAfterMarker', span, data })];
  }
  const marker = [lexeme, before].find((each) => each?.kind === 'alias' || each?.kind === 'anchor');
  if (marker !== undefined && (error.code === 'BAD_ALIAS' || marker === before)) {
    return [leadingCharacter(page, marker.start)];
  }
  return lexeme.inFlow ? flowCauses(index, page) : blockCauses(error.code, index, page);
}

/** A value that begins with a character by which YAML means something else. */
function leadingCharacter(page: Page, start: number): Cause {
  const character = page.text.slice(start, start + 1);
  const span = page.restOfLine(start);
  const data = { character, text: excerpt(page.textOf(span)) };
  return causeOf({ code: 'document.leadingCharacter', span, data }, page.lineOf(start));
}
