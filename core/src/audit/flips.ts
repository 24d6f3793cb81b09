import type { Locale } from '../i18n/text.ts';
import { translate } from '../i18n/translate.ts';
import type { Flip, ProcessAnalysis } from './analysis-result.ts';

/** The verdicts on promises and roles that differ between two analyses of the same processes. */
export function flipsBetween(
  before: readonly ProcessAnalysis[],
  after: readonly ProcessAnalysis[],
  locale: Locale,
): readonly Flip[] {
  return before.flatMap((process) => {
    const other = after.find(({ path, id }) => path === process.path && id === process.id);
    if (other === undefined) return [];
    return [
      ...changes(slaVerdicts(process), slaVerdicts(other)),
      ...changes(roleVerdicts(process), roleVerdicts(other)),
    ].map(({ of, id, name, from, to }): Flip => {
      const word = (verdict: Verdict): string => translate(locale, `analysis.verdict.${verdict}`);
      const sentence = translate(locale, 'analysis.flip', {
        what: name,
        before: word(from),
        after: word(to),
      });
      return { process: process.id, of, id, before: from, after: to, sentence };
    });
  });
}

type Verdict =
  | ProcessAnalysis['slas'][number]['verdict']
  | ProcessAnalysis['roles'][number]['verdict'];

interface Judged {
  readonly of: Flip['of'];
  readonly id: string;
  readonly name: string;
  readonly verdict: Verdict;
}

function slaVerdicts({ slas }: ProcessAnalysis): readonly Judged[] {
  return slas.map(({ id, tier, name, verdict }) => ({
    of: 'sla',
    id: tier === undefined ? id : `${id}.${tier}`,
    name,
    verdict,
  }));
}

function roleVerdicts({ roles }: ProcessAnalysis): readonly Judged[] {
  return roles.map(({ id, name, verdict }) => ({ of: 'role', id, name, verdict }));
}

function changes(
  before: readonly Judged[],
  after: readonly Judged[],
): readonly (Omit<Judged, 'verdict'> & { readonly from: Verdict; readonly to: Verdict })[] {
  return before.flatMap(({ of, id, name, verdict }) => {
    const other = after.find((each) => each.id === id);
    return other === undefined || other.verdict === verdict
      ? []
      : [{ of, id, name, from: verdict, to: other.verdict }];
  });
}
