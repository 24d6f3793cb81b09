import { describe, expect, test } from 'vitest';
import { judge, ruleOf } from './judge.ts';

/** One number of the law: facts that carry it, and what one rule says on each side. */
interface Boundary {
  readonly name: string;
  readonly rule: string;
  /** The file with the value in it. */
  readonly facts: (value: string) => string;
  /** Each value with the outcome: a severity, `undecided`, or `silent`. */
  readonly outcomes: Readonly<Record<string, string>>;
}

const header = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
`;

const chinese =
  'role: controller, establishments: [CN], markets: [CN], publicBody: false, ciio: false';

const purpose = 'purposes: { handle: { category: claims.dispute, basis: { cn: contract } } }\n';

const end = 'start: end\nsteps: { end: { name: End, type: end } }\n';

/** A Chinese controller with one purpose and the given facts. */
function organization(facts: string): string {
  return `${header}organization: { ${chinese}, ${facts} }\n${purpose}${end}`;
}

/** A Chinese controller that sends `category` to a vendor abroad; `exports` counts the persons. */
function exporting(category: string, exports: string, share: string): string {
  return `${header}organization: { ${chinese}, exports: { ${exports} } }
data: { item: { category: ${category}, subject: customer } }
recipients: { vendor: { role: processor, country: US } }
${purpose}start: share
steps: { share: { name: Share, type: task, purpose: handle, shares: [{ data: [item], with: vendor, ${share} }], end: true } }
`;
}

/** A consent of a person of that age and more, which no guardian gives. */
function asking(age: string): string {
  return `${header}organization: { ${chinese}, persons: { total: 380000 } }
subjects: { pupil: { type: user, ages: { min: ${age}, max: 17 } } }
data: { nickname: { category: account.profile, subject: pupil } }
consents: { own: { form: popup, givenBy: subject, guardian: none } }
notices: { rules: { audience: general, items: [controller_name] } }
purposes: { play: { category: personalisation, basis: { cn: consent }, consent: own, notice: rules } }
start: ask
steps: { ask: { name: Ask, type: task, purpose: play, collects: [nickname], end: true } }
`;
}

/** A European controller that answers requests after two steps with these limits. */
function answering(limits: string): string {
  const [one = '', two = ''] = limits.split(' + ');
  return `${header}organization: { role: controller, establishments: [DE], markets: [DE], rights: { eu: { respond: { sla: answer } } } }
purposes: { requests: { category: rights.handling } }
slas: { answer: { metric: resolution, from: request.received, to: reply.completed, within: 1mo } }
start: take
steps:
  take: { name: Take, type: task, sla: { within: ${one} }, next: reply }
  reply: { name: Reply, type: task, sla: { within: ${two} }, end: true }
`;
}

/** A European controller that answers requests within a limit. */
function respond(within: string): string {
  return `${header}organization: { role: controller, establishments: [DE], markets: [DE], rights: { eu: { respond: { from: request.received, within: ${within} } } } }
purposes: { handle: { category: claims.dispute, basis: { eu: 6.1.b } } }
${end}`;
}

const noRoute = 'mechanism: none, exemption: none';

const boundaries: readonly Boundary[] = [
  {
    name: 'a small controller has fewer than 100,000 persons',
    rule: 'cnsmall/eligibility',
    facts: (total) =>
      organization(`persons: { total: ${total} }, simplifiedMeasures: [short_rules]`),
    outcomes: { '99999': 'silent', '100000': 'error' },
  },
  {
    name: 'below 100,000 persons the reliefs that nobody uses are pointed out',
    rule: 'cnsmall/eligibility',
    facts: (total) => organization(`persons: { total: ${total} }`),
    outcomes: { '99999': 'info', '100000': 'silent' },
  },
  {
    name: 'a published contact is enough below 100,000 persons',
    rule: 'pipl/rights-mechanism',
    facts: (
      total,
    ) => `${header}organization: { ${chinese}, persons: { total: ${total} }, simplifiedMeasures: [published_contact], rights: { cn: { channels: [], owner: desk } } }
data: { contact: { category: contact.phone, subject: customer } }
${purpose}start: ask
steps: { ask: { name: Ask, type: task, purpose: handle, collects: [contact], end: true } }
`,
    outcomes: { '99999': 'silent', '100000': 'error' },
  },
  {
    name: 'below 100,000 persons a five-year audit is late after five years',
    rule: 'pipl/compliance-audit',
    facts: (total) =>
      organization(`persons: { total: ${total} }, audit: { every: 60mo, last: 2021-11-20 }`),
    outcomes: { '99999': 'error', '100000': 'silent' },
  },
  {
    name: 'exports of 100,000 persons need a contract or certification',
    rule: 'cnxb/scc-or-cert-required',
    facts: (general) => exporting('contact.phone', `general: ${general}, sensitive: 0`, noRoute),
    outcomes: { '99999': 'silent', '100000': 'error' },
  },
  {
    name: 'the exemption of the free band ends at 100,000 persons',
    rule: 'cnxb/exemption-valid',
    facts: (general) =>
      exporting('contact.phone', `general: ${general}, sensitive: 0`, 'exemption: under_100k'),
    outcomes: { '99999': 'silent', '100000': 'error' },
  },
  {
    name: 'sensitive data of 100,000 persons are enough for an audit on order',
    rule: 'cnaudit/regulator-ordered',
    facts: (sensitive) =>
      organization(
        `persons: { total: 380000, sensitive: ${sensitive} }, audit: { every: 2y, regulatorOrderedFlow: false }`,
      ),
    outcomes: { '99999': 'silent', '100000': 'info' },
  },
  {
    name: 'faces of 100,000 persons are filed',
    rule: 'cnface/filing-100k',
    facts: (
      count,
    ) => `${header}organization: { ${chinese}, persons: { total: 380000, facesStored: { count: ${count}, since: 2026-01-05 } }, filings: { face: none } }
data: { face: { category: biometric.face, subject: customer } }
purposes: { enter: { category: identity.verification, basis: { cn: consent } } }
start: scan
steps: { scan: { name: Scan, type: task, purpose: enter, collects: [face], verify: { methods: [face] }, end: true } }
`,
    outcomes: { '99999': 'silent', '100000': 'error' },
  },
  {
    name: 'with 1,000,000 persons an officer is appointed',
    rule: 'pipl/pipo-1m',
    facts: (total) => organization(`persons: { total: ${total} }, officers: { pipo: none }`),
    outcomes: { '999999': 'silent', '1000000': 'error' },
  },
  {
    name: 'exports of 1,000,000 persons need the security assessment',
    rule: 'cnxb/security-assessment-required',
    facts: (general) =>
      exporting('contact.phone', `general: ${general}, sensitive: 0`, 'mechanism: cn.scc'),
    outcomes: { '999999': 'silent', '1000000': 'error' },
  },
  {
    name: 'exports of sensitive data of 10,000 persons need the security assessment',
    rule: 'cnxb/security-assessment-required',
    facts: (sensitive) =>
      exporting('health', `general: 0, sensitive: ${sensitive}`, 'mechanism: cn.scc'),
    outcomes: { '9999': 'silent', '10000': 'error' },
  },
  {
    name: 'exports of sensitive data of the first person need a contract, of none nothing',
    rule: 'cnxb/scc-or-cert-required',
    facts: (category) => exporting(category, 'general: 9999, sensitive: 1', noRoute),
    outcomes: { 'contact.phone': 'silent', health: 'error' },
  },
  {
    name: 'an incident of 1,000,000 persons is graded larger at least',
    rule: 'cninc/tiered-clock',
    facts: (persons) =>
      organization(
        `breach: { cn: { tiers: [{ level: larger, within: 4h, from: incident.discovered, when: { persons: { min: ${persons} } } }] } }`,
      ),
    outcomes: { '999999': 'silent', '1000000': 'silent', '1000001': 'error' },
  },
  {
    name: 'the duties of important data begin with exactly 10,000,000 persons',
    rule: 'ndr/ten-million-duties',
    facts: (total) =>
      organization(
        `persons: { total: ${total} }, officers: { dataSecurityHead: none, dataSecurityBody: none }`,
      ),
    outcomes: { '9999999': 'silent', '10000000': 'error', '10000001': 'error' },
  },
  {
    name: 'the audit of two years does not begin with exactly 10,000,000 persons',
    rule: 'pipl/compliance-audit',
    facts: (total) =>
      organization(`persons: { total: ${total} }, audit: { every: 36mo, last: 2026-05-20 }`),
    outcomes: { '9999999': 'silent', '10000000': 'silent', '10000001': 'error' },
  },
  {
    // Ages are whole years: whoever turns fourteen tomorrow is thirteen.
    name: 'guardians agree until the day before the fourteenth birthday',
    rule: 'pipl/guardian-consent-u14',
    facts: asking,
    outcomes: { '13': 'error', '14': 'silent' },
  },
  {
    name: 'special rules are for children up to the day before the fourteenth birthday',
    rule: 'pipl/u14-special-rules',
    facts: asking,
    outcomes: { '13': 'error', '14': 'silent' },
  },
  {
    name: 'consent of a child is sensitive up to the day before the fourteenth birthday',
    rule: 'pipl/sensitive-notice',
    facts: asking,
    outcomes: { '13': 'error', '14': 'silent' },
  },
  {
    // A request of 31 January is due on 28 February, in a leap year on the 29th: 28 or 29 days.
    name: 'one month from 31 January ends with February',
    rule: 'gdpr/rights-deadline',
    facts: respond,
    outcomes: { '1mo': 'silent', '28d': 'silent', '29d': 'info', '31d': 'info', '32d': 'error' },
  },
  {
    name: 'steps of 29 days may miss the month that begins on 31 January',
    rule: 'xcheck/sla-sum-exceeds-legal-max',
    facts: answering,
    outcomes: {
      '20d + 8d': 'silent',
      '20d + 9d': 'warning',
      '20d + 11d': 'warning',
      '20d + 12d': 'error',
    },
  },
];

describe.each(boundaries.map((each) => [each.name, each] as const))('%s', (_, boundary) => {
  test.each(Object.entries(boundary.outcomes))(
    `${boundary.rule} at %s: %s`,
    async (at, outcome) => {
      const rule = ruleOf(boundary.rule);
      const findings = await judge(boundary.facts(at), { rules: [rule] });
      const found = findings.map((finding) => finding.split(' ')[1]);
      expect(found).toEqual(outcome === 'silent' ? [] : [outcome]);
    },
  );
});
