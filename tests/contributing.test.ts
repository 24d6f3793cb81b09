import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadLibrary } from '../core/src/ruleset/library.ts';
import { runExample } from './rules/example.ts';
import { ruleTexts } from './rules/library.ts';

const text = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8');
const blocks = [...text.matchAll(/^```yaml rule (\S+)\n(.*?)^```$/gms)];

test('the rule in CONTRIBUTING works as it stands', async () => {
  expect(blocks.length).toBe(1);
  for (const [, id = '', rule = ''] of blocks) {
    const library = loadLibrary(new Map([...ruleTexts, [`${id}.yaml`, rule]]));
    const loaded = library.rules.get(id);
    expect(loaded?.examples.length).toBe(1);
    for (const example of loaded?.examples ?? []) {
      if (loaded === undefined) throw new Error(`${id} was not loaded`);
      const { marks, reported } = await runExample(loaded, example, library);
      expect(marks.length).toBe(1);
      expect(reported).toEqual(marks);
    }
  }
});

test('the commands in CONTRIBUTING exist', () => {
  const manifest: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  const scripts = [...text.matchAll(/^npm (?:run )?(\w+)/gm)].map(([, name = '']) => name);
  expect(scripts).toContain('check');
  for (const name of scripts) expect(name === 'ci' || name in manifest.scripts).toBe(true);
});
