/** Rules that may speak of one place at the same time, and why each of them has a cause of its own. */
export interface AllowedPairs {
  readonly because: string;
  /** One rule, and those it may stand beside. */
  readonly pairs: Readonly<Record<string, readonly string[]>>;
}

export const allowedPairs: readonly AllowedPairs[] = [
  {
    because: 'that nobody answers for a duty is one thing, how the duty is met another',
    pairs: {
      'xcheck/duty-without-owner': [
        'cnai/algorithm-complaint',
        'cnai/genai-rights',
        'cncons/complaint-mechanism',
        'cninc/tiered-clock',
        'gdpr/access',
        'ndr/complaint-channel',
        'pipl/breach-immediate',
        'pipl/breach-individual-exception',
        'pipl/incident-plan',
        'pipl/pipia-content-and-3y',
      ],
    },
  },
  {
    because: 'the route of an export is agreed with others, the notice goes to the person',
    pairs: {
      'pipl/export-notice': [
        'cnxb/mechanism-required',
        'cnxb/no-volume-splitting',
        'cnxb/scc-or-cert-required',
        'cnxb/security-assessment-required',
        'dsl/important-data-export',
      ],
      'cnxb/exempt-still-owes-duties': [
        'cnxb/no-volume-splitting',
        'cnxb/security-assessment-required',
      ],
    },
  },
  {
    because: 'to supervise the recipient helps nobody who was not told of it',
    pairs: {
      'pipl/export-recipient-supervision': ['cnxb/exempt-still-owes-duties', 'pipl/export-notice'],
    },
  },
  {
    because: 'a person who is told has not agreed yet, and one who agreed may not have been told',
    pairs: {
      'pipl/export-notice': ['pipl/export-separate-consent'],
      'pipl/separate-consent-third-party': ['pipl/third-party-provision-notice'],
    },
  },
  {
    because: 'each right is a duty of its own, and the list of those that are served is one place',
    pairs: {
      'gdpr/erasure': [
        'gdpr/object-general',
        'gdpr/portability',
        'gdpr/rectification',
        'gdpr/restriction',
      ],
      'gdpr/object-general': ['gdpr/portability', 'gdpr/rectification', 'gdpr/restriction'],
      'gdpr/portability': ['gdpr/rectification', 'gdpr/restriction'],
      'gdpr/rectification': ['gdpr/restriction'],
      'ndr/portability-path': ['pipl/rights-coverage'],
    },
  },
  {
    because: 'where something stands says nothing about how it is protected or arranged',
    pairs: {
      'xcheck/undeclared-location': [
        'gbt/aggregate-sensitive',
        'gdpr/sub-processor-authorisation',
        'pipl/sensitive-necessity',
      ],
    },
  },
  {
    because: 'terms can be complete without a time to tell us, and the other way round',
    pairs: { 'cninc/processor-escalation': ['pipl/entrusted-contract'] },
  },
  {
    because:
      'a copy at home settles where the main store is, a declared share that it is an export',
    pairs: { 'cnxb/export-undeclared': ['pipl/localisation'] },
  },
  {
    because: 'whether a machine may decide alone comes before how people can defend themselves',
    pairs: { 'gdpr/adm-prohibited-unless': ['gdpr/adm-safeguards'] },
  },
  {
    because: 'of a notice that serves both, Art. 14 asks only for what Art. 13 does not',
    pairs: { 'gdpr/notice-direct': ['gdpr/notice-indirect'] },
  },
  {
    because: 'technical measures and what staff may do are declared under one key',
    pairs: { 'gdpr/security': ['gdpr/staff-instructions'] },
  },
];
