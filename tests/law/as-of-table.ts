/** Days on which one file is judged. */
export const days = ['2024-01-01', '2026-08-01', '2026-11-21', '2027-02-01'] as const;

/** A rule, the place it speaks of, and what it says there on each day; `-` for nothing. */
export type Row = readonly [rule: string, place: string, outcomes: string];

/** `as-of.yaml`: every finding that is not the same on all days. */
export const platform: readonly Row[] = [
  [
    'cnxb/mechanism-required',
    'steps/order/shares/printer/mechanism',
    '- undecided undecided undecided',
  ],
  ['cnxb/scc-or-cert-required', 'steps/order/shares/host/with', '- error error error'],
  ['cnxb/security-assessment-required', 'steps/claim/shares/lab/with', '- error error error'],
  ['cnxb/exemption-valid', 'steps/order/shares/mailer/exemption', '- error error error'],
  ['cnxb/exempt-still-owes-duties', 'steps/order/shares/courier/with', '- error error error'],
  ['pipl/export-notice', 'steps/order/shares/courier/with', 'error - - -'],
  ['cnxb/mechanism-expiry', 'steps/order/shares/archive/validUntil', '- - warning warning'],
  [
    'cnxb/assessed-scope-exceeded',
    'steps/order/shares/archive/assessedScope',
    '- error error error',
  ],
  ['cncons/auto-renewal', 'consumer/autoRenewal', '- error error error'],
  ['cncons/no-bundled-consent', 'consents/improve_consent/form', '- error error error'],
  ['xcheck/basis-conflict', 'consents/improve_consent/basis', 'warning - - -'],
  ['ndr/no-repeated-consent-prompt', 'consents/face_consent/rePrompt', '- warning warning warning'],
  ['ndr/notice-list-format', 'notices/rules/listFormat', '- warning warning warning'],
  ['ndr/provision-contract-and-record', 'recipients/partner/contract', '- error error error'],
  ['ndr/provision-contract-and-record', 'records/provisionLog', '- error error error'],
  ['ndr/ten-million-duties', 'officers', '- error error error'],
  ['pipl/notice-before-processing', 'notices/rules/items', '- error error error'],
  ['pipl/adm-marketing-optout', 'steps/offer/automated', '- error error error'],
  ['cnai/algorithm-tags', 'steps/offer/automated/tagsControl', 'warning - - -'],
  ['euai/emotion-workplace-banned', 'steps/coach/ai/emotion', '- error error error'],
  ['euai/ai-literacy', 'training/ai', '- info info info'],
  ['cnaudit/regulator-ordered', 'audit/regulatorOrderedFlow', '- info info info'],
  ['cnface/alternative', 'steps/identify/verify', '- warning warning warning'],
  ['cnface/no-coercion', 'consents/face_consent/onRefusal', '- warning warning warning'],
  ['cnface/consent', 'purposes/identify/consent', '- error error error'],
  ['pipl/separate-consent-sensitive', 'purposes/identify/consent', 'error - - -'],
  ['cnface/local-storage', 'steps/identify/shares/partner/with', '- error error error'],
  ['pipl/separate-consent-third-party', 'steps/identify/shares/partner/with', 'error - - -'],
  ['cnface/pipia-3y', 'purposes/identify/category', '- error error error'],
  ['cnface/filing-100k', 'filings/face', '- error error error'],
  ['pipl/compliance-audit', 'audit', '- error error error'],
  ['cnai/chatbot-explicit-label', 'steps/chat/ai/label/explicit', '- error error error'],
  ['cnai/implicit-label-on-export', 'steps/chat/ai/label', '- warning warning warning'],
  ['cnai/label-terms', 'steps/page/ai/label/inTerms', '- info info info'],
  ['cninc/tiered-clock', 'breach/cn', '- error error error'],
  ['cninc/final-report-30d', 'breach/cn/finalReport', '- warning warning warning'],
  ['cninc/processor-escalation', 'recipients/lab/contract', '- warning warning warning'],
  ['cnaudit/minors-annual', 'audit/minors', '- warning warning warning'],
  ['gdpr/transfer-gate', 'steps/reply/shares/brazil/with', 'error - - -'],
  ['eucons/withdrawal-function', 'consumer/withdrawalButton', '- warning warning warning'],
  ['eucons/human-intervention-finance', 'steps/chat/handoff', '- warning warning warning'],
  ['cnai/companion-scope', 'steps/chat/ai', '- warning warning warning'],
  ['euai/chatbot-disclosure', 'steps/chat/ai/disclosure', '- - error error'],
  ['euai/emotion-customers', 'steps/chat/ai/emotion', '- - error error'],
  ['euai/synthetic-marking', 'steps/chat/ai/label/implicit', '- - - warning'],
  ['cnsmall/eligibility', 'simplifiedMeasures', '- - error error'],
  ['cncs/human-handoff', 'steps/chat/handoff', '- - warning warning'],
  ['cncs/handoff-context', 'steps/chat/handoff/contextSync', '- - info info'],
  ['cncs/ai-commitments', 'steps/chat/ai/commitments', '- - warning warning'],
  ['eucons/es-ley-10-2025', 'consumer/complaint/within', '- - - error'],
  ['ccpa/admt-significant-decisions', 'steps/credit/automated', '- - - warning'],
  ['usai/ca-human-service', 'steps/chat/handoff', '- - - warning'],
];

/** `as-of-small.yaml`: the same of a controller that is small. */
export const smallShop: readonly Row[] = [
  ['pipl/notice-before-processing', 'notices/rules/items', '- error - -'],
  ['pipl/consent-quality', 'consents/left_by_customer/form', 'error error - -'],
  ['pipl/rights-mechanism', 'rights/cn', 'error error - -'],
  ['pipl/security-baseline', 'security', 'warning warning - -'],
  ['pipl/compliance-audit', 'audit', 'warning warning error error'],
];
