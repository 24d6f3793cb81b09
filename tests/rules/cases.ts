import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('cases/', import.meta.url);

/** A small file with marks, too many of which would make the rule file hard to read. */
export interface Case {
  readonly rule: string;
  /** File name without its ending: what is special about the case. */
  readonly name: string;
  readonly text: string;
}

/** `cases/<folder>/<rule>/<case>.yaml`; the first line is a comment that says what the case shows. */
export const cases: readonly Case[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .toSorted()
  .map((path) => ({
    rule: path.slice(0, path.lastIndexOf('/')),
    name: path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length),
    text: readFileSync(new URL(path, folder), 'utf8'),
  }));

/** The texts of the cases of one rule. */
export function casesOf(rule: string): readonly string[] {
  return cases.filter((each) => each.rule === rule).map(({ text }) => text);
}
