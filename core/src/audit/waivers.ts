import { textIn, type Locale, type Text } from '../i18n/text.ts';
import { isMap } from '../model/plain.ts';
import type { Resource } from '../model/resource.ts';
import { locate, pointerOf } from '../document/places.ts';
import type { Rule } from '../ruleset/rule.ts';
import { isWaiversFile } from '../schema/validate.ts';
import type { Suppression } from './audit-result.ts';
import { isSuppressible, type PlacedFinding } from './placed-finding.ts';

/** The three rules about waivers themselves. */
export interface WaiverRules {
  readonly waiverReason: Rule;
  readonly waiverExpired: Rule;
  readonly waiverUnused: Rule;
}

interface AppliedWaivers {
  readonly suppressions: ReadonlyMap<PlacedFinding, Suppression>;
  readonly findings: readonly PlacedFinding[];
}

/**
 * Applies the waivers of `waivers.yaml`: a waiver accepts the findings of its rule at its place and
 * below it, through the last day it names. One that gives no reason, has expired, or matches nothing
 * accepts nothing and is a finding itself.
 *
 * A waiver file speaks for the files of its own folder and those below. Waivers for documents that
 * are no part of this audit are left alone.
 *
 * @param audited the audited documents
 * @param asOf ISO date; a date, so that the time zone of a waiver needs no conversion
 */
export function applyWaivers(
  resources: readonly Resource[],
  findings: readonly PlacedFinding[],
  audited: readonly Resource[],
  rules: WaiverRules,
  context: { readonly asOf: string; readonly locale: Locale },
): AppliedWaivers {
  const suppressions = new Map<PlacedFinding, Suppression>();
  const own: PlacedFinding[] = [];
  for (const { entry, waiver, resource } of waiversIn(resources)) {
    const id = waiver.at.split('/')[0] ?? '';
    if (!audited.some((each) => each.id === id && speaksFor(resource, each.file.path))) continue;
    const about = (rule: Rule, message: WaiverMessage): void => {
      own.push(findingAbout(resource, entry, waiver, rule, message));
    };
    const reason = textIn(waiver.reason, context.locale)?.trim() ?? '';
    if (reason === '') about(rules.waiverReason, 'engine.waiverReason');
    else if (waiver.until < context.asOf) about(rules.waiverExpired, 'engine.waiverExpired');
    else {
      const matches = findings.filter(
        (finding) => speaksFor(resource, finding.file.path) && covers(waiver, finding),
      );
      for (const finding of matches) {
        suppressions.set(finding, { by: 'waiver', reason, until: waiver.until });
      }
      if (matches.length === 0) about(rules.waiverUnused, 'engine.waiverUnused');
    }
  }
  return { suppressions, findings: own };
}

type WaiverMessage = 'engine.waiverReason' | 'engine.waiverExpired' | 'engine.waiverUnused';

interface Waiver {
  readonly rule: string;
  readonly at: string;
  readonly reason?: Text;
  readonly until: string;
}

function waiversIn(
  resources: readonly Resource[],
): readonly { readonly resource: Resource; readonly entry: object; readonly waiver: Waiver }[] {
  return resources.flatMap((resource) => {
    const { value } = resource;
    if (!isWaiversFile(value)) return [];
    return value.waivers.flatMap((waiver) =>
      isMap(waiver) ? [{ resource, entry: waiver, waiver }] : [],
    );
  });
}

function speaksFor(waivers: Resource, path: string): boolean {
  const { path: own } = waivers.file;
  return path.startsWith(own.slice(0, own.lastIndexOf('/') + 1));
}

function covers(waiver: Waiver, finding: PlacedFinding): boolean {
  if (waiver.rule !== finding.rule.id || !isSuppressible(finding)) return false;
  return finding.place === waiver.at || finding.place.startsWith(`${waiver.at}/`);
}

function findingAbout(
  resource: Resource,
  entry: object,
  waiver: Waiver,
  rule: Rule,
  message: WaiverMessage,
): PlacedFinding {
  const key = message === 'engine.waiverExpired' ? 'until' : 'at';
  const { span } = locate(resource.document, entry, key);
  return {
    rule,
    outcome: 'fail',
    severity: rule.severity,
    file: resource.file,
    document: resource.document.index,
    pointer: pointerOf(resource.document, entry, key),
    span,
    place: `${resource.id}/${waiver.rule}/${waiver.at}`,
    offending: JSON.stringify(waiver[key]),
    data: { rule: waiver.rule, at: waiver.at, until: waiver.until },
    message,
    related: [],
  };
}
