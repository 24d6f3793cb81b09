/** One change of a fact, and every finding that hangs on it. */
export interface Flip {
  readonly name: string;
  /** What is different from the scenario before the change: dotted paths, `organization.` for its file. */
  readonly given?: Facts;
  readonly set: Facts;
  /** As `judge` writes them. */
  readonly appears?: readonly string[];
  readonly disappears?: readonly string[];
}

/** Values by dotted path; nothing takes the fact out. */
export type Facts = Readonly<Record<string, unknown>>;

const none: readonly string[] = [];

const share = 'steps.solve.shares.0';
const vendor = 'recipients.desk_vendor';
const privacy = 'notices.privacy';
const items = [
  'controller_name',
  'controller_contact',
  'dpo_contact',
  'purposes',
  'legal_bases',
  'methods',
  'categories',
  'sensitive_categories',
  'recipients',
  'transfers',
  'retention',
  'end_of_retention',
  'rights',
  'withdrawal',
  'complaint_authority',
  'statutory_need',
];
const without = (item: string): readonly string[] => items.filter((each) => each !== item);

const notSeparate = 'pipl/separate-consent-sensitive error purposes/injury/consent';

export const flips: readonly Flip[] = [
  // Legal basis
  {
    name: 'a purpose without Chinese basis',
    set: { 'purposes.handle.basis.cn': undefined },
    appears: ['pipl/legal-basis-missing error purposes/handle/basis/cn'],
  },
  {
    name: 'legitimate interests as Chinese basis',
    set: { 'purposes.handle.basis.cn': 'legitimate_interests' },
    appears: ['pipl/no-legitimate-interests-basis error purposes/handle/basis/cn'],
  },
  {
    name: 'a purpose for people in Germany without European basis',
    set: { 'purposes.answer.basis.eu': undefined },
    appears: ['gdpr/legal-basis-missing error purposes/answer/basis/eu'],
  },
  {
    name: 'a purpose in China for people in China without European basis',
    set: { 'purposes.handle.basis.eu': undefined },
    appears: none,
  },
  {
    name: 'legitimate interests as European basis, not weighed and not told',
    set: { 'purposes.handle.basis.eu': '6.1.f' },
    appears: [
      'gdpr/legitimate-interests-assessment undecided purposes/handle',
      'gdpr/notice-direct error notices/privacy/items',
    ],
  },
  {
    name: 'health data without a condition of Art. 9 GDPR',
    set: { 'purposes.injury.basis.eu9': undefined },
    appears: ['gdpr/special-category-condition error purposes/injury/basis/eu9'],
  },
  {
    name: 'tickets that are about health, on a contract only',
    set: { 'data.ticket.category': 'health' },
    appears: ['gdpr/special-category-condition error purposes/handle/basis/eu9'],
  },
  // Consent
  {
    name: 'a box that is ticked already',
    set: { 'consents.health_consent.form': 'pretick' },
    appears: [
      'gdpr/special-category-condition error purposes/injury/basis/eu9',
      'pipl/consent-quality error consents/health_consent/form',
    ],
  },
  {
    name: 'a consent to sensitive data that is no act of its own',
    set: { 'consents.health_consent.separate': false },
    appears: [notSeparate],
  },
  {
    name: 'the same on a contract instead of consent',
    given: { 'consents.health_consent.separate': false },
    set: { 'purposes.injury.basis.cn': 'contract' },
    disappears: [notSeparate],
  },
  {
    name: 'a ticked box on a contract instead of consent',
    given: { 'consents.health_consent.form': 'pretick' },
    set: { 'purposes.injury.basis.cn': 'contract' },
    disappears: ['pipl/consent-quality error consents/health_consent/form'],
  },
  {
    name: 'a ticked box where we only process for somebody else',
    given: { 'consents.health_consent.form': 'pretick' },
    set: { 'purposes.injury.role': 'processor' },
    disappears: [
      'gdpr/special-category-condition error purposes/injury/basis/eu9',
      'pipl/consent-quality error consents/health_consent/form',
    ],
  },
  {
    name: 'a consent that cannot be withdrawn',
    set: { 'consents.health_consent.withdrawal': 'none' },
    appears: [
      'gdpr/consent-withdrawal error consents/health_consent/withdrawal',
      'pipl/consent-withdrawal error consents/health_consent/withdrawal',
    ],
  },
  {
    name: 'a withdrawal that is harder than the consent',
    set: { 'consents.health_consent.withdrawal.effort': 'more' },
    appears: [
      'gdpr/consent-withdrawal error consents/health_consent/withdrawal',
      'pipl/consent-withdrawal error consents/health_consent/withdrawal',
    ],
  },
  {
    name: 'customers turned away who will not help to improve the service',
    given: { 'purposes.injury.category': 'service.improvement' },
    set: { 'steps.ask.next.1.to': 'turn_away' },
    appears: [
      'gdpr/consent-conditions error consents/health_consent/form',
      'pipl/no-service-denial error consents/health_consent/onRefusal',
    ],
  },
  {
    name: 'asked again after a day',
    set: { 'consents.health_consent.rePrompt': '24h' },
    appears: ['ndr/no-repeated-consent-prompt warning consents/health_consent/rePrompt'],
  },
  {
    name: 'a way round the consent',
    set: { 'steps.take.next.0.to': 'injure' },
    appears: ['xcheck/consent-dominates-processing error steps/injure/collects/report'],
  },
  {
    name: 'a refusal after which the data are taken all the same',
    set: { 'steps.ask.next.1.to': 'injure' },
    appears: ['xcheck/refusal-path-still-processes error steps/ask/next/injure#2/to'],
  },
  // Notices
  {
    name: 'a notice silent about the period',
    set: { [`${privacy}.items`]: without('retention') },
    appears: [
      'gdpr/notice-direct error notices/privacy/items',
      'pipl/notice-before-processing error notices/privacy/items',
    ],
  },
  {
    name: 'a notice silent about legal bases, which only Europe asks for',
    set: { [`${privacy}.items`]: without('legal_bases') },
    appears: ['gdpr/notice-direct error notices/privacy/items'],
  },
  {
    name: 'a notice silent about methods, which only China asks for',
    set: { [`${privacy}.items`]: without('methods') },
    appears: ['pipl/notice-before-processing error notices/privacy/items'],
  },
  {
    name: 'a notice silent about what sensitive data can do to the person',
    set: { [`${privacy}.sensitive.0.items`]: ['necessity'] },
    appears: ['pipl/sensitive-notice error notices/privacy/sensitive'],
  },
  {
    name: 'a notice silent about the recipient abroad',
    set: { [`${privacy}.transfers`]: [] },
    appears: ['pipl/export-notice error steps/solve/shares/desk_vendor/with'],
  },
  // Places
  {
    name: 'a store of Chinese customers in Hong Kong',
    set: { 'systems.crm.country': 'HK' },
    appears: ['cnxb/export-undeclared warning steps/take/systems/crm'],
  },
  {
    name: 'a German printer that moves to America',
    set: { 'recipients.printer.country': 'US' },
    appears: [
      'gdpr/transfer-gate undecided steps/reply/shares/printer/mechanism',
      'gdpr/transfer-notice undecided steps/reply/shares/printer/notices',
    ],
  },
  {
    name: 'a vendor that moves to China needs no route',
    given: {
      [`${share}.mechanism`]: 'none',
      [`${share}.exemption`]: 'none',
      'organization.exports.general': 100_000,
    },
    set: { [`${vendor}.country`]: 'CN' },
    disappears: ['cnxb/scc-or-cert-required error steps/solve/shares/desk_vendor/with'],
  },
  {
    name: 'no seat in the Union',
    set: { 'organization.establishments': ['CN'] },
    appears: ['gdpr/eu-representative warning representatives/eu'],
  },
  {
    name: 'neither seat nor market in the Union',
    given: {
      'organization.establishments': ['CN'],
      'organization.breach.eu.regulator.within': '96h',
    },
    set: { 'organization.markets': ['CN'] },
    disappears: [
      'gdpr/breach-notify-72h error breach/eu/regulator',
      'gdpr/eu-representative warning representatives/eu',
    ],
  },
  // Ages
  {
    name: 'customers from the age of seventeen',
    set: { 'subjects.customer.ages.min': 17 },
    appears: [
      'cnaudit/minors-annual warning audit/minors',
      'cnminor/least-privilege-approval undecided steps/take/access',
      'cnminor/least-privilege-approval undecided steps/injure/access',
      'cnminor/least-privilege-approval undecided steps/solve/access',
      // Health and minors are two of the nine criteria of high risk.
      'gdpr/dpia-required warning assessments/dpia',
    ],
  },
  {
    name: 'and from the age of thirteen',
    given: { 'subjects.customer.ages.min': 17 },
    set: { 'subjects.customer.ages.min': 13 },
    appears: [
      'pipl/guardian-consent-u14 error purposes/injury/consent',
      'pipl/sensitive-notice error notices/privacy/sensitive',
      'pipl/u14-special-rules error purposes/handle/notice',
    ],
  },
  // Numbers of persons
  {
    name: 'fewer than 100,000 persons',
    set: { 'organization.persons.total': 99_999 },
    appears: ['cnsmall/eligibility info simplifiedMeasures'],
  },
  {
    name: '100,000 persons',
    given: { 'organization.persons.total': 99_999 },
    set: { 'organization.persons.total': 100_000 },
    disappears: ['cnsmall/eligibility info simplifiedMeasures'],
  },
  {
    name: '1,000,000 persons',
    set: { 'organization.persons.total': 1_000_000 },
    appears: ['pipl/pipo-1m error officers/pipo'],
  },
  {
    name: '10,000,000 persons',
    given: { 'organization.persons.total': 1_000_000 },
    set: { 'organization.persons.total': 10_000_000 },
    appears: ['ndr/ten-million-duties error officers'],
  },
  {
    name: 'exports of 100,000 persons on a standard contract',
    set: { 'organization.exports.general': 100_000 },
    appears: none,
  },
  {
    name: 'exports of 1,000,000 persons on a standard contract',
    set: { 'organization.exports.general': 1_000_000 },
    appears: ['cnxb/security-assessment-required error steps/solve/shares/desk_vendor/with'],
  },
  {
    name: 'critical infrastructure',
    set: { 'organization.ciio': true },
    appears: [
      'cninc/tiered-clock error breach/cn',
      'cnxb/security-assessment-required error steps/solve/shares/desk_vendor/with',
    ],
  },
  // Recipients
  {
    name: 'a vendor without contract',
    set: { [`${vendor}.contract`]: 'none' },
    appears: [
      'gdpr/processor-contract error recipients/desk_vendor/contract',
      'pipl/entrusted-contract error recipients/desk_vendor/contract',
    ],
  },
  {
    name: 'a vendor that nobody supervises',
    set: { [`${vendor}.supervision`]: 'none' },
    appears: ['pipl/entrusted-supervision warning recipients/desk_vendor/supervision'],
  },
  {
    name: 'a standard contract filed six weeks late',
    set: { [`${share}.filing.filedOn`]: '2026-02-20' },
    appears: ['cnxb/scc-filing-10wd error steps/solve/shares/desk_vendor/filing'],
  },
  {
    name: 'a vendor that decides itself what it does with the data',
    set: { [`${vendor}.role`]: 'controller' },
    appears: ['pipl/pipia-required error steps/solve/shares/desk_vendor/assessments'],
  },
  // Clocks
  {
    name: 'forty-five days for a European request, without extension',
    given: { 'organization.rights.eu.extension': 'none' },
    set: { 'organization.rights.eu.respond.within': '45d' },
    appears: ['gdpr/rights-deadline error rights/eu/respond'],
  },
  {
    name: 'thirty-one days for a Chinese request',
    set: { 'organization.rights.cn.respond.within': '31d' },
    appears: ['pipl/rights-timely warning rights/cn/respond'],
  },
  {
    name: 'ninety-six hours for the European authority',
    set: { 'organization.breach.eu.regulator.within': '96h' },
    appears: ['gdpr/breach-notify-72h error breach/eu/regulator'],
  },
  {
    name: 'five hours for a grave incident in China',
    set: { 'organization.breach.cn.tiers.0.within': '5h' },
    appears: ['cninc/tiered-clock error breach/cn'],
  },
  // Retention and security
  {
    name: 'data that are never deleted',
    set: { 'purposes.answer.retention.keep': 'permanent' },
    appears: [
      'gdpr/retention warning purposes/answer/retention',
      'pipl/retention-minimal warning purposes/answer/retention',
    ],
  },
  {
    name: 'data that are archived in the end',
    set: { 'purposes.answer.retention.then': 'archive' },
    appears: ['pipl/deletion-on-trigger error purposes/answer/retention'],
  },
  {
    name: 'a store that the deletion does not reach',
    set: { 'organization.retention.deletionJob.reaches': ['crm'] },
    appears: ['xcheck/deletion-reaches-all-stores error data/email'],
  },
  {
    name: 'a store that a Chinese request does not reach',
    set: { 'organization.rights.cn.searches': ['crm'] },
    appears: ['xcheck/rights-search-covers-all-stores warning rights/cn/searches'],
  },
  {
    name: 'network logs of five months',
    set: { 'organization.records.networkLogs.keep': '5mo' },
    appears: ['csl/mlps-and-logs error records/networkLogs'],
  },
  // Assessments and officers
  {
    name: 'an assessment that looks at no sensitive data',
    set: { 'organization.assessments.pipia.desk.covers.triggers': ['entrusting', 'export'] },
    appears: ['pipl/pipia-required error purposes/injury/assessments'],
  },
  {
    name: 'an assessment that looks at no export',
    set: { 'organization.assessments.pipia.desk.covers.triggers': ['sensitive', 'entrusting'] },
    appears: ['pipl/pipia-required error steps/solve/shares/desk_vendor/assessments'],
  },
  {
    name: 'an assessment kept for two years',
    set: { 'organization.assessments.pipia.desk.keep': '2y' },
    appears: ['pipl/pipia-content-and-3y error assessments/pipia/desk'],
  },
  {
    name: 'special categories on a large scale without an officer',
    given: { 'organization.officers.dpo': 'none' },
    set: { 'organization.coreActivities.specialCategories': true },
    appears: ['gdpr/dpia-required error assessments/dpia', 'gdpr/dpo error officers/dpo'],
  },
  // The same facts as a processor, elsewhere, and about faces
  {
    name: 'duties of a controller where we only process for others',
    given: {
      'consents.health_consent.form': 'pretick',
      'organization.breach.eu.regulator.within': '96h',
      'organization.rights.cn.respond.within': '31d',
    },
    set: { 'organization.role': 'processor' },
    // Our vendors are sub-processors then, and those we work for have a say.
    appears: [
      'gdpr/sub-processor-authorisation undecided recipients/desk_vendor/principals',
      'gdpr/sub-processor-authorisation undecided recipients/printer/principals',
    ],
    disappears: [
      'gdpr/breach-notify-72h error breach/eu/regulator',
      'gdpr/special-category-condition error purposes/injury/basis/eu9',
      'pipl/consent-quality error consents/health_consent/form',
      'pipl/rights-timely warning rights/cn/respond',
    ],
  },
  {
    name: 'agents who work from Thailand',
    set: { 'roles.agent.country': 'TH' },
    appears: ['cnxb/export-undeclared warning steps/take/role'],
  },
  {
    name: 'a report that is a face, of which nobody was told and which nobody assessed',
    set: { 'data.report.category': 'biometric.face' },
    appears: [
      'cnface/pipia-3y error purposes/injury/category',
      'gdpr/notice-direct error steps/injure/collects/report',
      'pipl/notice-before-processing error steps/injure/collects/report',
    ],
  },
  {
    name: 'a face without consent of its own',
    given: { 'data.report.category': 'biometric.face' },
    set: { 'consents.health_consent.separate': false },
    appears: ['cnface/consent error purposes/injury/consent'],
  },
  {
    name: 'tickets that are said to be anonymous',
    set: { 'data.ticket.identifiability': 'anonymised', 'data.ticket.keys': 'ticket number' },
    appears: ['pipl/anonymised-claim info data/ticket/identifiability'],
  },
];
