import { Composer, isAlias, isCollection, isNode, Schema, type CST, type Document } from 'yaml';
import { LineIndex } from '../source/line-index.ts';
import { Aliases, type Limits } from './aliases.ts';
import { directivesOf } from './directive.ts';
import type { FileFault } from './fault.ts';
import { lex, type Lexed } from './lexemes.ts';
import { mistakesIn } from './mistakes.ts';
import type { ParserError } from './mistakes/errors/parser-errors.ts';
import { spanOf } from './node-span.ts';
import { toPlainData } from './plain-data.ts';
import type { SourceDocument, SourceFile } from './source-document.ts';

const limits: Limits = { deepest: 100, mostCopies: 100_000 };

/** Reads a text as YAML: never throws, and never names a place outside the text. */
export function parse(path: string, text: string): SourceFile {
  const lines = new LineIndex(text);
  const lexed = lex(readable(text), limits.deepest);
  const { directives, faults: directiveFaults } = directivesOf(text, lexed.lexemes, lines);
  const file = { path, text, lines, directives };
  if (lexed.tooDeep !== undefined) {
    const data = { limit: limits.deepest };
    const failure = { code: 'document.tooDeep', data, span: lexed.tooDeep } as const;
    return { ...file, documents: [], faults: directiveFaults, failure };
  }
  const { documents, errors } = compose(lexed.tokens, text.length);
  const roots = documents.map(({ contents }) => contents);
  const aliases = new Aliases(text, limits);
  for (const root of roots) aliases.include(root);
  // After an alias bomb no alias is followed, so what the aliases seem to lack says nothing.
  const inspected = aliases.failure === undefined ? roots : [];
  const mistakes = mistakesIn({ text, lines, lexed, roots: inspected, aliases, errors });
  const faults = [...mistakes, ...directiveFaults].toSorted((a, b) => a.span.start - b.span.start);
  if (aliases.failure !== undefined) {
    return { ...file, documents: [], faults, failure: aliases.failure };
  }
  const failure = failureOf(text, lexed, roots);
  return {
    ...file,
    documents: documents.map((document, index) => toSourceDocument(document, index, text, aliases)),
    faults,
    ...(failure === undefined ? {} : { failure }),
  };
}

/**
 * The text as the parser shall see it, each character where it was: a lone CR is a line end, as
 * YAML says, and control characters, with some of which the lexer talks to the parser, are marks.
 */
function readable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- see above
  return text.replace(/\r(?!\n)/g, '\n').replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd');
}

/** Documents without the parser's checks for equal keys (quadratic) and aliases (they are ours). */
function compose(
  tokens: readonly CST.Token[],
  length: number,
): { documents: readonly Document.Parsed[]; errors: readonly ParserError[] } {
  const schema = new Schema({ schema: 'core', resolveKnownTags: false });
  const composer = new Composer({ schema, uniqueKeys: false, logLevel: 'silent' });
  // Text after the end of a document comes as error tokens, one per lexeme; that is one mistake.
  const readableTokens = tokens.filter(({ type }) => type !== 'error');
  const documents = Array.from(composer.compose(readableTokens, true, length));
  const errors = documents.flatMap((document) => [
    ...document.errors,
    // An alias that ends in a colon is legal, and told from a key by being unknown.
    ...document.warnings.filter(({ code }) => code !== 'BAD_ALIAS'),
  ]);
  return {
    documents,
    errors: errors.map(({ code, pos: [start, end] }) => ({ code, span: { start, end } })),
  };
}

function failureOf(
  text: string,
  { lexemes }: Lexed,
  roots: readonly unknown[],
): FileFault | undefined {
  if (roots.some((root) => isCollection(root))) return undefined;
  const isEmpty = lexemes.every(({ kind }) => emptyKinds.has(kind));
  if (isEmpty) return { code: 'document.empty', data: {} };
  const root = roots.find(
    (each) => isNode(each) && !isAlias(each) && each.range?.[0] !== each.range?.[1],
  );
  const span = isNode(root) ? { span: spanOf(root, text) } : {};
  return { code: 'document.textOnly', data: {}, ...span };
}

/** What a file without content consists of. */
const emptyKinds: ReadonlySet<string> = new Set([
  'byte-order-mark',
  'comment',
  'directive-line',
  'doc-end',
  'doc-start',
]);

function toSourceDocument(
  { contents, range }: Document.Parsed,
  index: number,
  text: string,
  aliases: Aliases,
): SourceDocument {
  const [start, , end] = range;
  const span = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  return { index, span, ...toPlainData(contents, text, aliases) };
}
