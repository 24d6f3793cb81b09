import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../core/scripts/build-docs-format.js', import.meta.url));
const docs = fileURLToPath(new URL('../../docs/format/', import.meta.url));
const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md'));

test('the pages of the format reference are what the schemas say', () => {
  expect(() => execFileSync(process.execPath, [script, '--check'])).not.toThrow();
});

test('the reference has the same pages in both languages', () => {
  const chinese = pages
    .filter((name) => name.startsWith('zh/'))
    .map((name) => name.slice('zh/'.length));
  const english = pages.filter((name) => !name.startsWith('zh/'));
  expect(english.toSorted()).toEqual([
    'config.md',
    'evidence.md',
    'organization.md',
    'process.md',
    'vocabulary.md',
    'waivers.md',
  ]);
  expect(chinese.toSorted()).toEqual(english.toSorted());
});

test.each(pages)('the links of %s lead somewhere', (page) => {
  const folder = page.startsWith('zh/') ? 'zh/' : '';
  const links = [...textOf(page).matchAll(/\]\(([\w-]*\.md)?(?:#([^)]*))?\)/g)];
  for (const [link, file, anchor] of links) {
    const target = file === undefined ? page : folder + file;
    expect(pages, link).toContain(target);
    expect(['', ...anchorsOf(textOf(target))], link).toContain(anchor ?? '');
  }
});

function textOf(page: string): string {
  return readFileSync(docs + page, 'utf8');
}

/** The anchors that readers of Markdown make of headings: small letters, no punctuation. */
function anchorsOf(text: string): readonly string[] {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
