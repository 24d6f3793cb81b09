import { parse } from '../../core/src/document/parse.ts';
import { check } from '../../core/src/engine/check.ts';
import { buildModel } from '../../core/src/model/build.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';
import type { Rule } from '../../core/src/ruleset/rule.ts';
import { library } from '../rules/library.ts';
import { catalogueIds } from './catalogue-ids.ts';

/** All rules of the law that exist, in the order of their ids. */
export const lawRules: readonly Rule[] = [...library.rules.values()].filter(
  ({ id }) => id.slice(0, id.indexOf('/')) in catalogueIds,
);

export const today = '2026-11-21';

/** The one rule of that name. */
export function ruleOf(id: string): Rule {
  const rule = library.rules.get(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return rule;
}

/**
 * What rules of the law say of a process file, which may hold an organisation as its second
 * document: `<rule> <outcome> <place>` each, where the outcome is the severity of a failure or
 * `undecided`, and the place begins below the document. Rules that crash make the test fail.
 */
export async function judge(
  text: string,
  { asOf = today, rules = lawRules }: { asOf?: string; rules?: readonly Rule[] } = {},
): Promise<readonly string[]> {
  const source = parse('example.process.yaml', text);
  const faults = [...source.faults, ...resourcesOf(source).flatMap((each) => each.faults)];
  if (faults.length > 0) throw new Error(`the file has faults: ${JSON.stringify(faults[0]?.data)}`);
  const [process, organization] = resourcesOf(source);
  if (process === undefined) throw new Error('the file is no process');
  const model = buildModel({ process, ...(organization === undefined ? {} : { organization }) });
  const { results } = await check(model, rules, library, asOf);
  return results.flatMap((checked) => {
    if (!('result' in checked)) return [];
    const { error, evaluations } = checked.result;
    if (error !== undefined) throw new Error(`${checked.rule.id}: ${error}`);
    return evaluations.flatMap(({ finding }) => {
      if (finding === undefined) return [];
      const failed = finding.atMost ?? checked.rule.severity;
      const outcome = finding.outcome === 'fail' ? failed : finding.outcome;
      return [`${finding.rule} ${outcome} ${finding.place.replace(/^[^/]*\//, '')}`];
    });
  });
}
