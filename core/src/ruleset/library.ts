import { createHash } from 'node:crypto';
import { loadCoverage, type LawCoverage } from './coverage.ts';
import { loadPack, loadRule, loadRulesetFile } from './load.ts';
import {
  RulesetError,
  type Library,
  type Pack,
  type Rule,
  type Ruleset,
  type Severity,
} from './rule.ts';
import type { RulesetFile } from '../schema/types.ts';

/**
 * Loads every rule, pack, ruleset and coverage of a law.
 *
 * @param texts file texts by path below `rules/`; files that end otherwise than `.yaml` are not looked at
 * @throws RulesetError for the first file that cannot be used
 */
export function loadLibrary(texts: ReadonlyMap<string, string>): Library {
  const rules = new Map<string, Rule>();
  const packs = new Map<string, Pack>();
  const coverage = new Map<string, LawCoverage>();
  const rulesetFiles = new Map<string, { path: string; file: RulesetFile }>();
  for (const [path, text] of [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (!path.endsWith('.yaml')) continue;
    if (path.startsWith('rulesets/')) {
      const file = loadRulesetFile(path, text);
      rulesetFiles.set(file.id, { path, file });
    } else if (path.startsWith('coverage/')) {
      const law = loadCoverage(path, text);
      coverage.set(law.id, law);
    } else if (path.endsWith('/pack.yaml')) {
      addPack(packs, loadPack(path, text));
    } else {
      const rule = loadRule(path, text);
      rules.set(rule.id, rule);
    }
  }
  const sources = { files: rulesetFiles, rules, packs };
  const rulesets = new Map(
    [...rulesetFiles].map(([id, { path, file }]) => {
      const severities = select(path, file, sources);
      return [id, toRuleset(file, severities, packs, texts)] as const;
    }),
  );
  return { rules, packs, rulesets, coverage };
}

function addPack(packs: Map<string, Pack>, pack: Pack): void {
  for (const folder of pack.folders) {
    const other = packs.get(folder);
    if (other !== undefined) {
      throw new RulesetError(pack.path, `“${folder}” is grouped by “${other.id}” already`);
    }
    packs.set(folder, pack);
  }
}

function toRuleset(
  file: RulesetFile,
  severities: ReadonlyMap<string, Severity>,
  packs: ReadonlyMap<string, Pack>,
  texts: ReadonlyMap<string, string>,
): Ruleset {
  const hash = createHash('sha256');
  const ids = [...severities.keys()].toSorted();
  const used = new Set(ids.map((id) => packs.get(id.slice(0, id.indexOf('/')))?.path ?? ''));
  for (const path of [...[...used].toSorted(), ...ids.map((id) => `${id}.yaml`)]) {
    const text = texts.get(path);
    if (text !== undefined) hash.update(`${path}\0${text.replaceAll('\r\n', '\n')}\0`);
  }
  hash.update(`${file.id}@${file.version}\0`);
  for (const id of ids) hash.update(`${id}=${severities.get(id) ?? ''}\0`);
  return {
    id: file.id,
    version: file.version,
    title: file.title,
    sha256: hash.digest('hex'),
    severities,
  };
}

/** What a ruleset can select from. */
interface Sources {
  readonly files: ReadonlyMap<string, { readonly path: string; readonly file: RulesetFile }>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly packs: ReadonlyMap<string, Pack>;
}

/** Which rules a ruleset selects: those of the rulesets it extends, of its packs, then its own lines in order. */
function select(
  path: string,
  file: RulesetFile,
  sources: Sources,
  above: readonly string[] = [],
): Map<string, Severity> {
  const selected = new Map<string, Severity>();
  for (const id of file.extends ?? []) {
    const base = sources.files.get(id);
    if (base === undefined) throw new RulesetError(path, `extends “${id}”, which is no ruleset`);
    if (above.includes(id)) throw new RulesetError(path, `extends itself through “${id}”`);
    for (const [rule, severity] of select(base.path, base.file, sources, [...above, file.id])) {
      selected.set(rule, severity);
    }
  }
  for (const id of file.packs ?? []) {
    const pack = [...sources.packs.values()].find((each) => each.id === id);
    if (pack === undefined) throw new RulesetError(path, `takes the pack “${id}”, which is none`);
    for (const rule of pack.folders.flatMap((folder) => matchRules(`${folder}/*`, sources.rules))) {
      selected.set(rule.id, rule.severity);
    }
  }
  const { rules } = sources;
  for (const [pattern, choice] of Object.entries(file.rules)) {
    const matches = matchRules(pattern, rules);
    if (matches.length === 0) throw new RulesetError(path, `“${pattern}” matches no rule`);
    for (const rule of matches) {
      if (choice === 'off') selected.delete(rule.id);
      else selected.set(rule.id, choice === 'on' ? rule.severity : choice);
    }
  }
  return selected;
}

/** The rules a pattern names: one id, or all of a folder as `sla/*`. */
export function matchRules(pattern: string, rules: ReadonlyMap<string, Rule>): readonly Rule[] {
  if (pattern.endsWith('/*')) {
    const prefix = pattern.slice(0, -1);
    return [...rules.values()].filter((rule) => rule.id.startsWith(prefix));
  }
  const rule = rules.get(pattern);
  return rule === undefined ? [] : [rule];
}
