import { readdirSync, readFileSync } from 'node:fs';
import { loadLibrary } from '../../core/src/ruleset/library.ts';

const folder = new URL('../../rules/', import.meta.url);

/** The texts of all rule-side files by path below `rules/`. */
export const ruleTexts: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(new URL(name, folder), 'utf8')]),
);

export const library = loadLibrary(ruleTexts);
