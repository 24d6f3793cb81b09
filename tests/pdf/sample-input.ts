import type { FindingRecord, RuleRecord } from '../../core/src/audit/audit-result.ts';
import type { Locale } from '../../core/src/i18n/text.ts';
import type {
  CriterionSummary,
  ProcessSummary,
  ReportInput,
  RuleText,
} from '../../core/src/pdf/index.ts';

/*
 * An audit of a complaint process, written by hand: one finding of each outcome and severity, two
 * suppressed ones, a failed and a skipped file, and rules that did not apply or broke.
 */

export const processPath = 'samples/complaint-handling/declared/complaint-handling.process.yaml';
const organizationPath = 'samples/complaint-handling/declared/organization.yaml';

const processText = `# Customer complaint handling
apiVersion: flowaudit/v1
kind: Process
id: complaint-handling
version: 2.3.0
name: { zh: 客户投诉处理, en: Customer complaint handling }
owner: process_owner
steps:
  intake:
    name: { zh: 受理投诉, en: Receive complaint }
    role: bot
    channels: [app, phone, wechat, email]
    collects: [contact, complaint, id_number]
    time: { work: { min: 1min, likely: 2min, max: 5min } }
    sla: { within: 5min }
    handoff: { to: frontline, within: 1min, when: { zh: 客户要求或识别失败, en: customer asks or intent unknown } }
    next: classify
slas:
  statutory:
    name: { zh: 法定办结期限, en: Statutory limit }
    metric: resolution
    from: case.created
    to: archive.completed
    calendar: always
    within: 15d
    attainment: 100%
  availability:
    name: { zh: 系统可用性, en: Service availability }
    metric: availability
    of: [crm, ticket]
    target: 99.99%
consents:
  quality_consent: { form: tick, separate: false, onRefusal: serve_without_data }
`;

/** A text of the sample in one of the two languages. */
type Bilingual = Readonly<Record<Locale, string>>;

const rules: readonly {
  readonly record: Omit<RuleRecord, 'title'>;
  readonly text: RuleText & { readonly title: Bilingual };
}[] = [
  {
    record: {
      id: 'pipl/sensitive-data-without-separate-consent',
      severity: 'error',
      references: [
        { law: 'PIPL', article: '29', edition: '2021' },
        { law: 'GB/T 35273', article: '5.4', edition: '2020' },
      ],
      pass: 3,
      fail: 1,
      undecided: 0,
    },
    text: {
      title: {
        zh: '收集敏感个人信息前已取得单独同意',
        en: 'Sensitive personal information is collected with separate consent',
      },
      rationale: {
        zh: '身份证号一旦泄露，容易使个人的人身、财产安全受到危害。法律要求就此单独征得同意，不得与其他事项捆绑。',
        en: 'A leaked ID number can endanger a person or their property. The law demands consent for it alone, not bundled with other matters.',
      },
      remedy: {
        zh: '为身份证号单独设置同意项，写明 separate: true；确无必要的，不再收集。',
        en: 'Ask for consent to the ID number alone and write “separate: true”, or stop collecting it.',
      },
      confidence: 'unverified',
    },
  },
  {
    record: {
      id: 'sla/availability-is-reachable',
      severity: 'error',
      references: [],
      pass: 0,
      fail: 1,
      undecided: 0,
    },
    text: {
      title: {
        zh: '承诺的可用性不高于所依赖系统的可用性',
        en: 'A promised availability is not above what its systems reach together',
      },
      rationale: {
        zh: '串联的系统有一个停机，服务就停机。',
        en: 'A service is down when one of the systems it needs is down.',
      },
      remedy: {
        zh: '降低承诺，或提高“工单系统”的可用性。',
        en: 'Promise less, or raise the availability of “Ticketing”.',
      },
    },
  },
  {
    record: {
      id: 'sla/escalates-before-breach',
      severity: 'warning',
      references: [{ law: 'ISO/IEC 20000-1', article: '8.3.3' }],
      pass: 2,
      fail: 1,
      undecided: 1,
    },
    text: {
      title: { zh: '时限届满前已设升级', en: 'Every SLA escalates before it is breached' },
      rationale: {
        zh: '届满之后才升级，已经来不及补救。',
        en: 'An escalation after the limit comes too late to help.',
      },
      remedy: {
        zh: '在届满前增设一级升级，例如 70%。',
        en: 'Add an escalation before the limit, for example at 70%.',
      },
    },
  },
  {
    record: {
      id: 'structure/handoff-names-a-reason',
      severity: 'info',
      references: [],
      pass: 4,
      fail: 1,
      undecided: 0,
    },
    text: {
      title: { zh: '转交写明了条件', en: 'A handoff says when it happens' },
      rationale: { zh: '条件不明，转交就会随意。', en: 'Without a condition people guess.' },
      remedy: { zh: '补充 when。', en: 'Add “when”.' },
    },
  },
  {
    record: {
      id: 'acceptance/criterion-has-evidence',
      severity: 'warning',
      references: [],
      pass: 1,
      fail: 0,
      undecided: 0,
      error: 'D1012: the expression did not end within 200 ms',
    },
    text: {
      title: { zh: '验收标准有证据支持', en: 'Every acceptance criterion has evidence' },
      rationale: {
        zh: '没有证据的结论无法复核。',
        en: 'A verdict without evidence cannot be checked.',
      },
      remedy: { zh: '登记度量数据。', en: 'Record the measurement.' },
    },
  },
  {
    record: {
      id: 'pipl/transfer-has-a-mechanism',
      severity: 'error',
      references: [{ law: 'PIPL', article: '38', edition: '2021' }],
      pass: 0,
      fail: 0,
      undecided: 0,
      notApplicable: 'no transfer outside China is declared',
    },
    text: {
      title: { zh: '出境具备法定条件', en: 'Every transfer abroad has a lawful mechanism' },
      rationale: { zh: '出境须具备条件。', en: 'A transfer needs a mechanism.' },
      remedy: { zh: '选择一种条件。', en: 'Choose a mechanism.' },
    },
  },
];

interface Wording {
  readonly message: Bilingual;
  readonly related?: Bilingual;
}

type SampleFinding = Omit<
  FindingRecord,
  'message' | 'related' | 'path' | 'document' | 'data' | 'references'
> &
  Wording;

const findings: readonly SampleFinding[] = [
  {
    rule: 'pipl/sensitive-data-without-separate-consent',
    outcome: 'fail',
    severity: 'error',
    pointer: '/steps/intake/collects/2',
    range: { start: { line: 13, column: 35 }, end: { line: 13, column: 44 } },
    message: {
      zh: '步骤“受理投诉”收集“身份证号”，但同意项“quality_consent”不是单独同意。',
      en: 'The step “Receive complaint” collects “National ID number”, but the consent “quality_consent” is not separate.',
    },
    related: { zh: '同意项在此声明。', en: 'The consent is declared here.' },
    fingerprint: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  },
  {
    rule: 'sla/availability-is-reachable',
    outcome: 'fail',
    severity: 'error',
    pointer: '/slas/availability/target',
    range: { start: { line: 31, column: 13 }, end: { line: 31, column: 19 } },
    message: {
      zh: '承诺的可用性为 99.99%，而“CRM”和“工单系统”合计最多为 99.94%。',
      en: 'The promised availability is 99.99%, but “CRM” and “Ticketing” together reach at most 99.94%.',
    },
    fingerprint: '1b2c3d4e5f60718293a4b5c6d7e8f90a',
  },
  {
    rule: 'sla/escalates-before-breach',
    outcome: 'undecided',
    severity: 'warning',
    pointer: '/slas/statutory',
    range: { start: { line: 19, column: 3 }, end: { line: 27, column: 1 } },
    message: {
      zh: '时限“法定办结期限”没有写明升级，无法判断届满前是否有人处理。',
      en: 'The SLA “Statutory limit” names no escalation, so nobody can tell whether someone acts in time.',
    },
    fingerprint: '2c3d4e5f60718293a4b5c6d7e8f90a1b',
  },
  {
    rule: 'acceptance/criterion-has-evidence',
    outcome: 'error',
    severity: 'warning',
    pointer: '',
    range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    message: {
      zh: '规则“验收标准有证据支持”未能执行完毕。',
      en: 'The rule “Every acceptance criterion has evidence” could not finish.',
    },
    fingerprint: '3d4e5f60718293a4b5c6d7e8f90a1b2c',
  },
  {
    rule: 'structure/handoff-names-a-reason',
    outcome: 'fail',
    severity: 'info',
    pointer: '/steps/intake/handoff',
    range: { start: { line: 16, column: 5 }, end: { line: 16, column: 12 } },
    message: {
      zh: '步骤“受理投诉”的转交条件只有一种语言完整。',
      en: 'The handoff of “Receive complaint” is complete in one language only.',
    },
    fingerprint: '4e5f60718293a4b5c6d7e8f90a1b2c3d',
  },
  {
    rule: 'sla/escalates-before-breach',
    outcome: 'fail',
    severity: 'warning',
    pointer: '/slas/availability',
    range: { start: { line: 27, column: 3 }, end: { line: 27, column: 15 } },
    message: {
      zh: '时限“系统可用性”在届满后才升级。',
      en: 'The SLA “Service availability” escalates only after its limit.',
    },
    fingerprint: '5f60718293a4b5c6d7e8f90a1b2c3d4e',
    suppressed: {
      by: 'waiver',
      reason: '供应商合同于 2027 年 3 月到期后更换（工单 OPS-118）。',
      until: '2027-03-31',
    },
  },
  {
    rule: 'structure/handoff-names-a-reason',
    outcome: 'fail',
    severity: 'info',
    pointer: '/steps/intake',
    range: { start: { line: 9, column: 3 }, end: { line: 9, column: 9 } },
    message: {
      zh: '步骤“受理投诉”没有说明转交给谁。',
      en: 'The step “Receive complaint” does not say who takes over.',
    },
    fingerprint: '60718293a4b5c6d7e8f90a1b2c3d4e5f',
    suppressed: { by: 'directive', reason: 'see the work instruction' },
  },
];

const becauses: readonly Bilingual[] = [
  { zh: '有 2 个错误级发现项未处理。', en: '2 findings of severity error are open.' },
  { zh: '有 1 处无法判定。', en: '1 place could not be decided.' },
  { zh: '有 1 条规则未能执行完毕。', en: '1 rule could not finish.' },
  { zh: '有 1 个文件无法读取。', en: '1 file could not be read.' },
];

const criteria: readonly (Omit<CriterionSummary, 'because'> & { readonly because: Bilingual })[] = [
  {
    id: 'a1',
    standard: 'functionality',
    level: 'core',
    text: { zh: '五个阶段全部覆盖', en: 'all five stages covered' },
    demand: 'rule:structure/stages-run-in-order',
    verdict: 'pass',
    because: { zh: '规则成立。', en: 'The rule holds.' },
  },
  {
    id: 'a3',
    standard: 'performance',
    level: 'core',
    demand: 'ai_accuracy >= 95%',
    verdict: 'fail',
    because: {
      zh: '2026 年第三季度的度量值为 93.2%。',
      en: 'The value measured in the third quarter of 2026 is 93.2%.',
    },
  },
  {
    id: 'a6',
    standard: 'scalability',
    level: 'optional',
    demand: 'headroom >= 30%',
    verdict: 'undecided',
    because: { zh: '没有度量数据“headroom”。', en: 'There is no measurement “headroom”.' },
  },
];

/** The hand-made audit in one language. */
export function sampleInput(locale: Locale): ReportInput {
  const records: readonly RuleRecord[] = rules.map(({ record, text }) => ({
    ...record,
    title: text.title[locale],
  }));
  return {
    locale,
    result: {
      apiVersion: 'flowaudit/v1',
      kind: 'AuditResult',
      tool: { name: 'flowaudit', version: '0.1.0' },
      asOf: '2026-11-21',
      locale,
      rulesets: [
        { id: 'default', version: '1.0.0', sha256: '9f'.repeat(32) },
        { id: 'pipl', version: '1.2.0', sha256: 'c4'.repeat(32) },
      ],
      rules: records,
      files: [
        { path: processPath, kind: 'Process', sha256: 'a1'.repeat(32), status: 'checked' },
        {
          path: organizationPath,
          kind: 'Organization',
          sha256: 'b2'.repeat(32),
          status: 'checked',
        },
        {
          path: 'samples/complaint-handling/declared/旧流程.yaml',
          sha256: 'd3'.repeat(32),
          status: 'failed',
          reason: {
            zh: '文件不是 UTF-8 编码，看起来是 GB18030；请另存为 UTF-8。',
            en: 'The file is not UTF-8; it looks like GB18030. Save it as UTF-8.',
          }[locale],
        },
        {
          path: 'samples/docker-compose.yaml',
          sha256: 'e4'.repeat(32),
          status: 'skipped',
          reason: { zh: '不是 FlowAudit 文件。', en: 'It is no FlowAudit file.' }[locale],
        },
      ],
      findings: findings.map((finding) => findingRecord(finding, locale)),
      summary: {
        files: { checked: 2, skipped: 1, failed: 1 },
        evaluations: { pass: 10, fail: 4, undecided: 1, notApplicable: 1, error: 1 },
        findings: { error: 2, warning: 2, info: 1, suppressed: 2 },
      },
      verdict: 'fail',
      because: (['openFail', 'undecided', 'ruleError', 'failedFile'] as const).map(
        (reason, index) => ({
          reason,
          count: index === 0 ? 2 : 1,
          message: becauses[index]?.[locale] ?? '',
        }),
      ),
    },
    sources: new Map([[processPath, processText]]),
    ruleTexts: new Map(rules.map(({ record, text }) => [record.id, text])),
    processes: [sampleProcess(locale)],
  };
}

function findingRecord(
  { message, related, ...finding }: SampleFinding,
  locale: Locale,
): FindingRecord {
  return {
    ...finding,
    path: processPath,
    document: 0,
    data: {},
    message: message[locale],
    references: rules.find(({ record }) => record.id === finding.rule)?.record.references ?? [],
    related:
      related === undefined
        ? []
        : [
            {
              path: processPath,
              range: { start: { line: 33, column: 3 }, end: { line: 33, column: 18 } },
              message: related[locale],
            },
          ],
  };
}

function sampleProcess(locale: Locale): ProcessSummary {
  return {
    path: processPath,
    id: 'complaint-handling',
    version: '2.3.0',
    status: 'active',
    name: { zh: '客户投诉处理', en: 'Customer complaint handling' },
    organization: { zh: '优品商城有限公司', en: 'Youpin Mall Ltd.' },
    owner: { zh: '流程负责人', en: 'Process owner' },
    criteria: criteria.map((criterion) => ({ ...criterion, because: criterion.because[locale] })),
  };
}

/** An audit that had nothing to look at. */
export function emptyInput(locale: Locale): ReportInput {
  const sample = sampleInput(locale);
  return {
    locale,
    result: {
      ...sample.result,
      rulesets: [],
      rules: [],
      files: [],
      findings: [],
      summary: {
        files: { checked: 0, skipped: 0, failed: 0 },
        evaluations: { pass: 0, fail: 0, undecided: 0, notApplicable: 0, error: 0 },
        findings: { error: 0, warning: 0, info: 0, suppressed: 0 },
      },
      verdict: 'undecided',
      because: [
        {
          reason: 'nothingChecked',
          count: 1,
          message: { zh: '没有核对任何文件。', en: 'No file was checked.' }[locale],
        },
      ],
    },
    sources: new Map(),
    ruleTexts: new Map(),
    processes: [],
  };
}

/** The sample as if its faults were repaired: everything passed. */
export function cleanInput(locale: Locale): ReportInput {
  const sample = sampleInput(locale);
  const { result } = sample;
  return {
    ...sample,
    result: {
      ...result,
      rules: result.rules.slice(0, 3).map((rule) => ({ ...rule, pass: 4, fail: 0, undecided: 0 })),
      files: result.files.filter(({ status }) => status === 'checked'),
      findings: [],
      summary: {
        files: { checked: 2, skipped: 0, failed: 0 },
        evaluations: { pass: 12, fail: 0, undecided: 0, notApplicable: 0, error: 0 },
        findings: { error: 0, warning: 0, info: 0, suppressed: 0 },
      },
      verdict: 'pass',
      because: [],
    },
  };
}

/** The sample with its first findings over and over, each message with a number of its own. */
export function largeInput(locale: Locale, count: number): ReportInput {
  const sample = sampleInput(locale);
  const repeated = Array.from({ length: count }, (_, index): FindingRecord => {
    const finding = sample.result.findings[index % 5];
    if (finding === undefined) throw new Error('the sample has fewer than five findings');
    return { ...finding, message: `${finding.message} #${index}.` };
  });
  return { ...sample, result: { ...sample.result, findings: repeated } };
}

/** The sample with another message in its first finding. */
export function withMessage(locale: Locale, message: string): ReportInput {
  const sample = sampleInput(locale);
  const [first, ...others] = sample.result.findings;
  if (first === undefined) throw new Error('the sample has no finding');
  return { ...sample, result: { ...sample.result, findings: [{ ...first, message }, ...others] } };
}
