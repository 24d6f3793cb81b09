import { describe, expect, test } from 'vitest';
import type { Directive } from '../../core/src/document/directive.ts';
import { parse } from '../../core/src/document/parse.ts';

/** The directives of a text, with their comments as words. */
function directivesIn(text: string): readonly unknown[] {
  return parse('test.yaml', text).directives.map(({ span, ...rest }: Directive) => ({
    ...rest,
    comment: text.slice(span.start, span.end),
  }));
}

test('a comment for the next line carries rule, reason and the line', () => {
  const comment =
    '# flowaudit-disable-next-line sla/escalates-before-breach -- 试点期间，见工单 12';
  expect(directivesIn(`a: 1\n${comment}\nb: 2\n`)).toEqual([
    {
      scope: 'next-line',
      rule: 'sla/escalates-before-breach',
      reason: '试点期间，见工单 12',
      line: 3,
      comment,
    },
  ]);
});

test('a comment for the file carries no line', () => {
  const comment = '# flowaudit-disable-file pipl/x -- agreed -- twice';
  expect(directivesIn(`a: 1\nb: 2 ${comment}\n`)).toEqual([
    { scope: 'file', rule: 'pipl/x', reason: 'agreed -- twice', comment },
  ]);
});

describe('a part that is missing is absent', () => {
  test.each([
    ['rule and reason', '', {}],
    ['the reason', ' sla/x', { rule: 'sla/x' }],
    ['the reason after a separator', ' sla/x --', { rule: 'sla/x' }],
    ['the rule', ' -- agreed', { reason: 'agreed' }],
    ['the separator', ' sla/x agreed with Li', { rule: 'sla/x' }],
  ])('%s', (_, words, parts) => {
    const comment = `# flowaudit-disable-file${words}`;
    expect(directivesIn(`a: 1\n${comment}\n`)).toEqual([{ scope: 'file', ...parts, comment }]);
  });
});

test.each(['--', '---', '——', '—', '–'])('“%s” parts rule and reason', (dash) => {
  for (const separator of [dash, ` ${dash} `]) {
    const text = `# flowaudit-disable-file sla/x${separator}已批准\na: 1\n`;
    expect(directivesIn(text)).toMatchObject([{ rule: 'sla/x', reason: '已批准' }]);
  }
});

describe('the line a comment covers', () => {
  const lineIn = (text: string): number | undefined => parse('test.yaml', text).directives[0]?.line;
  const comment = '# flowaudit-disable-next-line a/b -- c';

  test('is the next that is neither blank nor a comment', () => {
    expect(lineIn(`${comment}\n\n  # other\n   \na: 1\n`)).toBe(5);
    expect(lineIn(`a: 1 ${comment}\r\n# other\r\nb: 2\r\n`)).toBe(3);
  });

  test('may begin with # where that is text', () => {
    expect(lineIn(`a: | ${comment}\n  # text\n`)).toBe(2);
    expect(lineIn(`a: "x ${comment}\n  y"\n`)).toBeUndefined();
  });

  test('is absent where the text ends', () => {
    expect(lineIn(`a: 1\n${comment}\n# end\n`)).toBeUndefined();
    expect(lineIn(`a: 1\n${comment}`)).toBeUndefined();
  });
});

test('what stands in a text is no comment', () => {
  const words = '# flowaudit-disable-file a/b -- c';
  const texts = [
    `a: "${words}"`,
    `a: '${words}'`,
    `a: |\n  ${words}\n`,
    `a: x${words}`,
    `a: >\n ${words}`,
  ];
  for (const text of texts) expect(directivesIn(text)).toEqual([]);
});

test('comments are found wherever YAML allows them', () => {
  const comment = '# flowaudit-disable-file a/b -- c';
  const texts = [
    comment,
    `a: [ ${comment}\n  1 ]`,
    `a: { ${comment}\n  b: 1 }`,
    `- x ${comment}\n`,
    `a: "x" ${comment}\n`,
    `a: | ${comment}\n  x\n`,
    `---\na: 1\n... ${comment}\n`,
    `  #flowaudit-disable-file a/b -- c\n`,
  ];
  for (const text of texts)
    expect(directivesIn(text)).toMatchObject([{ rule: 'a/b', reason: 'c' }]);
});

test('comments are found in a text with mistakes', () => {
  const comment = '# flowaudit-disable-next-line a/b -- c';
  const text = `a: [1\n${comment}\nb: "x\n${comment}\nc：1\n${comment}\n d: {{x}}\n`;
  expect(parse('test.yaml', text).directives.map(({ line }) => line)).toEqual([3, 5, 7]);
});

describe('what looks like such a comment and is none is a fault', () => {
  test.each([
    'flowaudit-disable-nextline',
    'flowaudit-disable',
    'flowaudit-disable-next-lines',
    'flowaudit-enable-file',
    'flowaudit-diable-next-line',
    'flowaudit-ignore-next-line',
    'Flowaudit-Disable-File',
    'flowaudit: disable-next-line',
    'flowaudit disable-next-line',
    'flow-audit-disable-file',
  ])('%s', (words) => {
    const { directives, faults } = parse('test.yaml', `a: 1\n  # ${words} sla/x -- y\n`);
    expect(directives).toEqual([]);
    const span = { start: 7, end: 9 + words.length };
    expect(faults).toEqual([{ code: 'document.directiveUnknown', span, data: { text: words } }]);
  });

  test.each([
    'FlowAudit disables nothing here',
    'flowaudit-rules stand in the folder above',
    'see flowaudit-disable-next-line in the manual',
    'flowaudit check .',
  ])('but not “%s”', (words) => {
    const { directives, faults } = parse('test.yaml', `# ${words}\na: 1\n`);
    expect([directives, faults]).toEqual([[], []]);
  });
});
