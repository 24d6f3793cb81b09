import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { entryAt, locate } from '../../core/src/document/places.ts';
import type { SourceDocument } from '../../core/src/document/source-document.ts';
import { translate } from '../../core/src/i18n/translate.ts';
import { locales } from '../../core/src/i18n/text.ts';
import type { Span } from '../../core/src/source/line-index.ts';
import { isRecord, valueOf } from './plain-values.ts';

const sample = `# 投诉处理 Complaint handling
apiVersion: flowaudit/v1
kind: Process
id: complaint-handling
name: { zh: 客户投诉处理, en: "Customer complaint handling" }
purpose: { zh: 受理并解决客户投诉，并把原因用于改进, en: Receive and resolve complaints }
defaults: &defaults
  channels: [app, phone]   # 渠道
  week: { mon-fri: ["09:00-12:00", '13:00-18:00'] }
steps:
  intake: { <<: *defaults, type: task, next: classify }
  classify:
    <<: [*defaults]
    name: 判断类别：“加急”优先
    quality: { accuracy: 95% }
    next:
      - { to: auto_reply, when: { zh: 标准化问题, en: standard }, probability: 55% }
      - to: handle
        when: *defaults
        note: |
          第一行：说明
            second line
      -
  # flowaudit-disable-next-line sla/x -- 试点
  handle:
    text: >-
      folded
      text
    empty:
    list:
    - 1
    - ~
    - "a \\"quoted\\" text
      over lines"
---
kind: Organization
? 问题
: 答复
...
`;

/** What turns YAML into something else, and what people paste. */
const pieces = [
  '：',
  '，',
  '“',
  '”',
  '｛',
  '］',
  '　',
  '\u00a0',
  '\ufeff',
  '"',
  "'",
  '\t',
  ' ',
  '{',
  '}',
  '[',
  ']',
  ',',
  ': ',
  ':',
  '- ',
  '-',
  '? ',
  '# ',
  '#',
  '&a ',
  '*a',
  '*defaults',
  '<<: ',
  '!x ',
  '!!str ',
  '%',
  '@',
  '`',
  '|',
  '>-\n',
  '---\n',
  '...\n',
  '\n',
  '\r\n',
  '\r',
  '\\',
  '\0',
  '\u0002',
  '\u0018',
  '\u001f',
  '😀',
  '\ud83d',
  '甲',
  'x',
  '0',
  '~',
  '# flowaudit-disable-file a -- b\n',
  '{{x}}',
];

const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 }));

const edited = fc
  .array(
    fc.record({
      at: fc.nat({ max: sample.length }),
      removed: fc.nat({ max: 40 }),
      inserted: fc.array(piece, { maxLength: 3 }).map((parts) => parts.join('')),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((edits) =>
    edits.reduce(
      (text, { at, removed, inserted }) => text.slice(0, at) + inserted + text.slice(at + removed),
      sample,
    ),
  );

const invented = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

function isWithin({ start, end }: Span, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

/** What is wrong with the places of a value and of all it holds. */
function wrongPlaces(document: SourceDocument, value: unknown, text: string): readonly string[] {
  if (!isRecord(value)) return [];
  const place = document.places.get(value);
  if (place === undefined) return ['a map or list without place'];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const wrong = keys.flatMap((key) => {
    const entry = place.entries.get(key);
    if (entry === undefined) return [`no entry for ${String(key)}`];
    const { span, pointer } = locate(document, value, key);
    const spans = [entry.value, entry.key ?? span, entry.written ?? span, span];
    return [
      ...(spans.every((each) => isWithin(each, text)) ? [] : [`${pointer} outside the text`]),
      ...(span.end > span.start ? [] : [`${pointer} underlines nothing`]),
      ...(entryAt(document, pointer)?.container === value ? [] : [`${pointer} leads elsewhere`]),
      ...wrongPlaces(document, valueOf(value, key), text),
    ];
  });
  return [
    ...(isWithin(place.span, text) ? [] : ['a place outside the text']),
    ...(place.entries.size === keys.length ? [] : ['other entries than keys']),
    ...wrong,
  ];
}

/** Everything that must hold for any text. */
function wrongIn(text: string): readonly string[] {
  const { documents, faults, directives, failure } = parse('test.yaml', text);
  const starts = faults.map(({ span }) => span.start);
  const sentences = faults.flatMap(({ code, data }) => {
    const values = Object.fromEntries(Object.keys(data).map((key) => [key, 'x']));
    return locales.map((locale) => translate(locale, code, values));
  });
  const spans = [
    ...faults.flatMap(({ span, related }) => [span, related ?? span]),
    ...directives.map(({ span }) => span),
    ...documents.map(({ span }) => span),
    failure?.span ?? { start: 0, end: 0 },
  ];
  return [
    ...(spans.every((span) => isWithin(span, text)) ? [] : ['a span outside the text']),
    ...(faults.every(({ span }) => span.end > span.start) ? [] : ['a fault that shows nothing']),
    ...(starts.toSorted((a, b) => a - b).every((start, index) => start === starts[index])
      ? []
      : ['faults out of order']),
    ...sentences.filter((sentence) => /\{\w+\}/.test(sentence)),
    ...documents.flatMap((document) => wrongPlaces(document, document.value, text)),
  ];
}

test('the sample itself is without fault', () => {
  const { faults, documents, failure } = parse('test.yaml', sample);
  expect({ faults, failure, documents: documents.length }).toEqual({
    faults: [],
    failure: undefined,
    documents: 2,
  });
});

test('whatever is done to a text, all places lie within it and all faults show something', () => {
  fc.assert(
    fc.property(edited, (text) => {
      expect(wrongIn(text)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('the same holds for any text at all', () => {
  fc.assert(
    fc.property(invented, (text) => {
      expect(wrongIn(text)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('a text cut off is survived, as in an editor while somebody types', () => {
  for (let end = 0; end <= sample.length; end += 3)
    expect(wrongIn(sample.slice(0, end))).toEqual([]);
});

test('each line taken away is survived', () => {
  const lines = sample.split('\n');
  for (const index of lines.keys()) {
    expect(wrongIn(lines.toSpliced(index, 1).join('\n'))).toEqual([]);
  }
});
