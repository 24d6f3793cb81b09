import { matchRules } from '../ruleset/library.ts';
import type { Library, Severity } from '../ruleset/rule.ts';
import type { ConfigFile } from '../schema/types.ts';
import { isConfigFile, isWaiversFile } from '../schema/validate.ts';
import { locatePointer } from '../document/places.ts';
import { resourcesOf, type Resource } from '../model/resource.ts';
import type { SourceFile } from '../document/source-document.ts';
import type { Settings } from '../audit/unit.ts';
import { closest } from '../schema/suggest.ts';
import { translate, type MessageData, type MessageId } from '../i18n/translate.ts';
import type { Locale } from '../i18n/text.ts';
import type { Span } from '../source/line-index.ts';

/** A configuration, argument or waiver file that cannot be used: the operator must repair it. */
export class ConfigError extends Error {
  readonly code: MessageId;
  readonly data: MessageData;
  /** Where the mistake stands; absent for a command-line argument. */
  readonly file?: SourceFile;
  readonly span?: Span;

  constructor(code: MessageId, data: MessageData, place?: { file: SourceFile; span: Span }) {
    super(translate('en', code, data));
    this.name = 'ConfigError';
    this.code = code;
    this.data = data;
    if (place !== undefined) {
      this.file = place.file;
      this.span = place.span;
    }
  }

  /** `path:line:column: what is wrong`, in the reader's language. */
  sentence(locale: Locale): string {
    const text = translate(locale, this.code, this.data);
    if (this.file === undefined || this.span === undefined) return text;
    const { line, column } = this.file.lines.positionAt(this.span.start);
    return `${this.file.path}:${String(line)}:${String(column)}: ${text}`;
  }
}

/** What a project without `flowaudit.yaml` runs with. */
export const defaultConfig: ConfigFile = { apiVersion: 'flowaudit/v1', kind: 'Config' };

/** The configuration a file holds. @throws ConfigError at its first mistake */
export function readConfig(file: SourceFile): ConfigFile {
  const [fault] = file.faults;
  if (fault !== undefined)
    throw new ConfigError(fault.code, fault.data, { file, span: fault.span });
  const resource = resourcesOf(file).find(({ kind }) => kind === 'Config');
  if (resource === undefined) {
    throw new ConfigError('cli.configHeader', {}, { file, span: { start: 0, end: 0 } });
  }
  const [shape] = resource.faults;
  if (shape !== undefined) {
    const { span } = locatePointer(resource.document, shape.pointer, shape.about);
    throw new ConfigError(shape.code, shape.data, { file, span });
  }
  if (!isConfigFile(resource.value))
    throw new TypeError('the schema accepts what its guard refuses');
  return resource.value;
}

/**
 * The rules a configuration selects, at which severity, and its gate.
 *
 * @throws ConfigError for a ruleset or a rule that does not exist
 */
export function settingsOf(config: ConfigFile, library: Library, source?: Resource): Settings {
  const rulesets = config.rulesets ?? ['recommended'];
  const severities = new Map<string, Severity>();
  for (const [index, id] of rulesets.entries()) {
    const ruleset = library.rulesets.get(id);
    if (ruleset === undefined) {
      throw unknown(
        'cli.unknownRuleset',
        id,
        library.rulesets,
        source,
        `/rulesets/${String(index)}`,
        'value',
      );
    }
    for (const [rule, severity] of ruleset.severities) severities.set(rule, severity);
  }
  const { profiles = [] } = config;
  if (profiles.includes('enforce_recommended_standards')) raiseStandards(severities, library);
  for (const [pattern, choice] of Object.entries(config.rules ?? {})) {
    const matches = matchRules(pattern, library.rules);
    if (matches.length === 0) {
      const pointer = `/rules/${pattern.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      throw unknown('cli.unknownRule', pattern, library.rules, source, pointer, 'key');
    }
    for (const { id } of matches) {
      if (choice === 'off') severities.delete(id);
      else severities.set(id, choice);
    }
  }
  const { failOn = 'error', undecided = 'fail' } = config.gate ?? {};
  return { rulesets, profiles, severities, gate: { failOn, undecided } };
}

/** What a recommended national standard (GB/T) only suggests becomes a warning. */
function raiseStandards(severities: Map<string, Severity>, library: Library): void {
  for (const [id, severity] of severities) {
    const laws = library.rules.get(id)?.references ?? [];
    const isStandard = laws.length > 0 && laws.every(({ law }) => law.startsWith('GB/T'));
    if (severity === 'info' && isStandard) severities.set(id, 'warning');
  }
}

const withoutSuggestion = {
  'cli.unknownRule': 'cli.noSuchRule',
  'cli.unknownRuleset': 'cli.noSuchRuleset',
} as const;

/** @throws ConfigError at the first mistake of a waiver file, which must be right or absent */
export function checkWaiverFile(waivers: Resource, library: Library): void {
  const { document, file, value } = waivers;
  const [fault] = file.faults;
  if (fault !== undefined)
    throw new ConfigError(fault.code, fault.data, { file, span: fault.span });
  const [shape] = waivers.faults;
  if (shape !== undefined) {
    const { span } = locatePointer(document, shape.pointer, shape.about);
    throw new ConfigError(shape.code, shape.data, { file, span });
  }
  if (!isWaiversFile(value)) throw new TypeError('the schema accepts what its guard refuses');
  for (const [index, { rule }] of value.waivers.entries()) {
    if (library.rules.has(rule)) continue;
    const pointer = `/waivers/${String(index)}/rule`;
    throw unknown('cli.unknownRule', rule, library.rules, waivers, pointer, 'value');
  }
}

function unknown(
  code: 'cli.unknownRuleset' | 'cli.unknownRule',
  id: string,
  known: ReadonlyMap<string, unknown>,
  source: Resource | undefined,
  pointer: string,
  about: 'key' | 'value',
): ConfigError {
  const suggestion = closest(id, [...known.keys()]);
  const message: MessageId = suggestion === undefined ? withoutSuggestion[code] : code;
  const data: MessageData = suggestion === undefined ? { id } : { id, suggestion };
  if (source === undefined) return new ConfigError(message, data);
  const { span } = locatePointer(source.document, pointer, about);
  return new ConfigError(message, data, { file: source.file, span });
}
