import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fill, textIn, type Message } from '../core/src/i18n/text.ts';
import { messageIds, translate } from '../core/src/i18n/translate.ts';

const core = fileURLToPath(new URL('../core/src/', import.meta.url));
const extension = fileURLToPath(new URL('../extension/src/', import.meta.url));

/** Every message of every file, read from the files themselves: none is left out by a list. */
const areas = readdirSync(`${core}i18n/messages`).map((name) => name.replace(/\.ts$/, ''));
const modules = await Promise.all(
  areas.map(async (area) => {
    const exported: Record<string, Record<string, Message>> = await import(
      `../core/src/i18n/messages/${area}.ts`
    );
    return [
      area,
      Object.assign({}, ...Object.values(exported)) as Record<string, Message>,
    ] as const; // merged
  }),
);
const messages = modules.flatMap(([, each]) => Object.entries(each));

function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([\w.]+)\}/g)].map(([, name = '']) => name))].toSorted();
}

/** The English forms of a message: one, or singular and plural. */
function english({ en }: Message): readonly string[] {
  return typeof en === 'string' ? [en] : [en.one, en.other];
}

/** The code that may name a message, without the messages themselves. */
function codeIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('i18n/messages/'))
    .map((name) => readFileSync(folder + name, 'utf8'))
    .join('\n');
}

test('there are messages, and the catalogue holds all of them', () => {
  expect(messages.length).toBeGreaterThan(300);
  expect(messages.map(([id]) => id).toSorted()).toEqual([...messageIds].toSorted());
});

describe.each(modules)('the messages of %s', (area, own) => {
  test('carry its name', () => {
    expect(Object.keys(own).filter((id) => !id.startsWith(`${area}.`))).toEqual([]);
  });

  test('name the same values in both languages, in singular and plural', () => {
    const different = Object.entries(own).filter(([, message]) => {
      const wanted = placeholders(message.zh).join();
      return english(message).some((text, index, { length }) => {
        const names = placeholders(text);
        // “One rule” need not say the number.
        const isSingular = length === 2 && index === 0 && !names.includes('count');
        return (isSingular ? [...names, 'count'].toSorted() : names).join() !== wanted;
      });
    });
    expect(different.map(([id]) => id)).toEqual([]);
  });

  test('with a plural name the number that chooses it', () => {
    const plural = Object.entries(own).filter(([, { en }]) => typeof en !== 'string');
    expect(plural.filter(([, { zh }]) => !zh.includes('{count}')).map(([id]) => id)).toEqual([]);
  });

  test('are not empty, begin and end with a character that shows, and are not mixed up', () => {
    for (const [id, message] of Object.entries(own)) {
      for (const text of [...english(message), message.zh]) {
        expect(text.trim(), id).toBe(text);
        expect(text, id).not.toBe('');
      }
      for (const text of english(message)) expect(text, id).not.toMatch(/\w[，。；：？！]/);
    }
  });

  test('are not left in English', () => {
    // What is made of values and names alone has no words to translate.
    const worded = Object.entries(own).filter(([, message]) =>
      /\p{L}{4}/u.test(
        english(message)
          .join(' ')
          .replaceAll(/\{[\w.]+\}/g, ''),
      ),
    );
    const left = worded.filter(([, { zh }]) => !/[\p{Script=Han}：]/u.test(zh));
    expect(left.map(([id]) => id)).toEqual([]);
  });

  test('use full-width punctuation between Chinese words', () => {
    // What is quoted or in brackets is YAML, to be typed as it stands.
    const prose = ({ zh }: Message): string => zh.replaceAll(/“[^”]*”|\[[^\]]*\]|\{[^}]*\}/g, '');
    const halfWidth = /\p{Script=Han} ?[,;:?!]|\p{Script=Han}\.$|[,;:?!] ?\p{Script=Han}/u;
    const wrong = Object.entries(own).filter(([, message]) => halfWidth.test(prose(message)));
    expect(wrong.map(([id, { zh }]) => `${id}: ${zh}`)).toEqual([]);
  });
});

test('every message is used', () => {
  const code = codeIn(core) + codeIn(extension);
  const quoted = new Set([...code.matchAll(/['"]([a-z]+(?:\.[\w-]+)+)['"]/g)].map(([, id]) => id));
  const composed = [...code.matchAll(/`([a-z]+\.[\w.]*\$\{[^`]*)`/g)].map(([, template = '']) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('\\w+')}$`);
  });
  expect(composed.length).toBeGreaterThan(5);
  const unused = messageIds.filter(
    (id) => !quoted.has(id) && !composed.some((pattern) => pattern.test(id)),
  );
  expect(unused).toEqual([]);
});

describe('a message', () => {
  test('is filled with its values, and English chooses by number', () => {
    const because = (locale: 'zh' | 'en', count: number): string =>
      translate(locale, 'engine.because.failedFile', { count });
    expect(because('en', 1)).toBe('1 file could not be read.');
    expect(because('en', 2)).toBe('2 files could not be read.');
    expect(because('en', 0)).toBe('0 files could not be read.');
    expect(because('zh', 1)).toBe('有 1 个文件无法读取。');
  });

  test('keeps a placeholder that has no value, so that it shows', () => {
    expect(fill('{a} and {b.c} and {d}', { a: 'x', 'b.c': 0 })).toBe('x and 0 and {d}');
  });

  test('takes a value as it is: nothing in it is filled again', () => {
    expect(fill('{a}{b}', { a: '{b}', b: '$&' })).toBe('{b}$&');
  });
});

test('a text is read in the language asked for, else in the other', () => {
  expect(textIn('Same', 'zh')).toBe('Same');
  expect(textIn({ zh: '甲', en: 'A' }, 'zh')).toBe('甲');
  expect(textIn({ zh: '甲', en: 'A' }, 'en')).toBe('A');
  expect(textIn({ zh: '甲' }, 'en')).toBe('甲');
  expect(textIn({ en: 'A' }, 'zh')).toBe('A');
  expect(textIn({}, 'zh')).toBe(undefined);
  expect(textIn(undefined, 'zh')).toBe(undefined);
  expect(textIn(['zh'], 'zh')).toBe(undefined);
});
