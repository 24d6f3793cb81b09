import { describe, expect, test } from 'vitest';
import { auditFiles } from '../memory-files.ts';

/** Something that five real plans say and that cannot be, in a process small enough to be read. */
interface Contradiction {
  /** Number in the list of contradictions, and what is wrong. */
  readonly name: string;
  readonly process: string;
  /** Each rule that must speak, and the words its message must contain. */
  readonly found: Readonly<Record<string, string>>;
  /** What makes it right: text of the process, and what takes its place. */
  readonly repair: readonly (readonly [string, string])[];
  readonly organization?: string;
}

const contradictions: readonly Contradiction[] = [
  {
    name: 'C1: 80 cases a day of 25 minutes each are 33.3 hours for one person',
    process: `
roles: { agent: { name: Agent, throughput: 80/d } }
steps:
  answer: { name: Answer request, type: task, role: agent, time: { work: 25min }, end: true }`,
    found: { 'consistency/throughput-fits-into-a-day': '33.3 hours' },
    repair: [['throughput: 80/d', 'throughput: 80/d, concurrency: 5']],
  },
  {
    name: 'C2: 99.99 % a year are 52.7 minutes, and one repair takes 2 hours',
    process: `
systems: { desk: { name: Help desk, availability: 99.99%, mttr: 2h, mtbf: 1y } }
slas: { service: { metric: availability, of: [desk], target: 99.99%, window: { aligned: year } } }`,
    found: {
      'consistency/outages-fit-the-availability-promise': '52.7min',
      'consistency/availability-follows-from-failure-and-repair': '99.9772%',
    },
    repair: [
      ['availability: 99.99%, mttr: 2h, mtbf: 1y', 'availability: 99.99%, mttr: 2h, mtbf: 19998h'],
      ['target: 99.99%', 'target: 99.9%'],
    ],
  },
  {
    name: 'C3: the urgent tier is eight times slower than the complex one, and nothing says what is measured',
    process: `
calendars: { always: { timezone: Asia/Shanghai, week: { mon-sun: ["00:00-24:00"] } } }
slas:
  answer:
    from: case.created
    to: case.closed
    calendar: always
    tiers:
      complex: { rank: 2, within: 15min, attainment: 90% }
      urgent: { rank: 1, within: 2h, attainment: 90% }`,
    found: {
      'sla/tiers-follow-their-rank': 'urgent (2h)',
      'sla/clock-is-named': 'metric',
    },
    repair: [
      ['from: case.created', 'metric: first_response\n    from: case.created'],
      ['within: 2h', 'within: 5min'],
    ],
  },
  {
    name: 'C4: the headline of 2 h is looser than its own tiers and than what customers expect',
    process: `
calendars: { always: { timezone: Asia/Shanghai, week: { mon-sun: ["00:00-24:00"] } } }
slas:
  tiered:
    metric: first_response
    from: case.created
    to: case.closed
    calendar: always
    tiers:
      standard: { rank: 2, within: 15min, attainment: 90% }
      urgent: { rank: 1, within: 5min, attainment: 95% }
  headline: { metric: first_response, from: case.created, to: case.closed, calendar: always, within: 2h, expectation: 30min }
kpis:
  frt: { name: First response, formula: mean(tiered), unit: h, baseline: 7.3, target: 2, expectation: 0.5 }`,
    found: {
      'consistency/kpi-target-is-no-looser-than-its-sla': '15min',
      'consistency/kpi-target-meets-the-expectation': '0.5',
      'sla/promises-meet-expectations': '30min',
    },
    repair: [
      ['within: 2h', 'within: 30min'],
      ['target: 2,', 'target: 0.25,'],
    ],
  },
  {
    name: 'C5: from 8.2 h to 5.7 h in three years is -11.4 % a year, not -6.8 %',
    process: `
kpis:
  frt:
    name: First response
    unit: h
    baseline: 8.2
    target: 5.7
    claims: [{ kind: yearly_change, value: -6.8%, years: 3 }]`,
    found: { 'consistency/claims-follow-from-their-numbers': '-11.4%' },
    repair: [['-6.8%', '-11.4%']],
  },
  {
    name: 'C6: 7.3 h is 28.1 % above the 5.7 h of the world, not 15 %; the fall from 9.5 h by 23 % is right',
    process: `
kpis:
  frt:
    name: First response
    unit: h
    baseline: 7.3
    target: 2
    claims:
      - { kind: change, value: 15%, from: 5.7, to: 7.3 }
      - { kind: change, value: -23%, from: 9.5, to: 7.3 }`,
    found: { 'consistency/claims-follow-from-their-numbers': '28.1%' },
    repair: [['value: 15%', 'value: 28%']],
  },
  {
    name: 'C7: eight items sum to 3,400, not to 3,100',
    process: `
budget:
  currency: CNY
  unit: 10000
  total: 3100
  items:
    - { id: bot, amount: 1200 }
    - { id: voice, amount: 300 }
    - { id: portal, amount: 200 }
    - { id: quality, amount: 400 }
    - { id: data, amount: 500 }
    - { id: screens, amount: 200 }
    - { id: safety, amount: 300 }
    - { id: training, amount: 300 }`,
    found: { 'consistency/budget-adds-up': 'items 3400' },
    repair: [['total: 3100', 'total: 3400']],
  },
  {
    name: 'C8: 8,000 and 8,200 are two totals, and 1:3.5 in four years does not follow from 2,000 a year',
    process: `
budget:
  currency: CNY
  unit: 10000
  total: 8000
  annualSaving: 2000
  payback: 4y
  roi: { ratio: 3.5, over: 4y }
  phases: [{ id: pilot, amount: 3200 }, { id: rollout, amount: 3500 }, { id: tuning, amount: 1500 }]`,
    found: {
      'consistency/budget-adds-up': 'phases 8200',
      'consistency/return-follows-from-the-saving': '1:1 over 4y',
    },
    repair: [
      ['total: 8000', 'total: 8200'],
      ['ratio: 3.5, over: 4y', 'ratio: 3.5, over: 14y'],
    ],
  },
  {
    name: 'C9: targets are due after the end of the programme',
    process: `
programme: { start: 2025-01-01, end: 2026-06-30 }
milestones: [{ id: m8, name: All targets met, by: 2026-09-30 }]
kpis:
  frt: { name: First response, unit: h, baseline: 7.3, target: 2, by: 2026-12-31 }`,
    found: { 'consistency/dates-lie-inside-the-programme': '2026-12-31 lies outside' },
    repair: [
      ['by: 2026-09-30', 'by: 2026-06-30'],
      ['by: 2026-12-31', 'by: 2026-06-30'],
    ],
  },
  {
    name: 'C9: no year has a sixth quarter',
    process: `
programme: { start: 2025-01-01, end: 2026-06-30 }
milestones: [{ id: m8, name: All targets met, by: 2026-Q6 }]`,
    found: { 'format/fields-match-the-format': '2026-Q6' },
    repair: [['by: 2026-Q6', 'by: 2026-06-30']],
  },
  {
    name: 'C10: the pilot lasts three months in one chapter and six in another',
    process: `
rollout: { pilot: { duration: 3mo } }
programme: { phases: [{ id: pilot, duration: 6mo }] }`,
    found: { 'consistency/pilot-has-one-duration': '6mo' },
    repair: [['duration: 6mo', 'duration: 3mo']],
  },
  {
    name: 'C11: from 45 % to 15 % is a fall by 66.7 %, not by 30 %',
    process: `
kpis:
  complaints: { name: Complaint rate, unit: "%", baseline: 45, target: 15 }
  fewer: { name: Fewer complaints, formula: reduction(complaints), unit: "%", target: 30 }`,
    found: { 'consistency/reductions-follow-from-their-kpi': '66.7%' },
    repair: [['unit: "%", target: 30', 'unit: pp, target: 30']],
  },
  {
    name: 'C12: efficiency by 40 %, throughput by 60 % and handling time by 44 % cannot be one quantity',
    process: `
kpis:
  efficiency: { name: Agent efficiency, unit: points, baseline: 100, target: 140 }
  throughput: { name: Agent efficiency, unit: cases, baseline: 50, target: 80, claims: [{ kind: change, value: 40% }] }
  handling: { name: Agent efficiency, unit: min, baseline: 45, target: 25, claims: [{ kind: change, value: -44% }] }`,
    found: {
      'consistency/kpis-of-one-quantity-agree': 'efficiency (100 → 140)',
      'consistency/claims-follow-from-their-numbers': '60%',
    },
    repair: [
      ['throughput: { name: Agent efficiency', 'throughput: { name: Cases per agent'],
      ['handling: { name: Agent efficiency', 'handling: { name: Handling time'],
      ['value: 40%', 'value: 60%'],
    ],
  },
  {
    name: 'C13: a satisfaction of 90 lies outside a scale of 5',
    process: `
kpis:
  csat: { name: Satisfaction, unit: points, scale: [1, 5], baseline: 3.2, target: 90 }`,
    found: { 'consistency/kpi-values-lie-on-their-scale': '90' },
    repair: [['target: 90', 'target: 4.5']],
  },
  {
    name: 'C14: an NPS of 85 is above nearly all that were published, and the KPI aims at 45',
    process: `
kpis:
  loyalty: { name: NPS, formula: nps(survey), baseline: 20, target: 45 }
acceptance:
  a9: { standard: satisfaction, level: core, metric: nps, op: ">=", value: 85 }`,
    found: {
      'consistency/nps-targets-are-plausible': '85',
      'consistency/acceptance-agrees-with-the-kpis': '45',
    },
    repair: [['value: 85', 'value: 45']],
  },
  {
    name: 'C15: 2,800, 1,500 and 1,200 sum to 5,500, not to 6,500',
    process: `
budget:
  currency: CNY
  unit: 10000
  total: 6500
  items: [{ id: systems, amount: 2800 }, { id: training, amount: 1500 }, { id: change, amount: 1200 }]`,
    found: { 'consistency/budget-adds-up': 'items 5500' },
    repair: [['total: 6500', 'total: 5500']],
  },
  {
    name: 'C16: three budgets, and phases of 3, 6 and 12 months in a programme of 18 or 15',
    process: `
budget: { currency: CNY, unit: 10000, total: 12000, phases: [{ id: start, amount: 6500 }, { id: first_year, amount: 3800 }] }
programme:
  start: 2026-01-01
  end: 2027-03-31
  duration: 18mo
  phases: [{ id: pilot, duration: 3mo }, { id: rollout, duration: 6mo }, { id: tuning, duration: 12mo }]`,
    found: {
      'consistency/budget-adds-up': 'phases 10300',
      'consistency/programme-times-agree': '14.9 months and not 18mo',
    },
    repair: [
      ['total: 12000', 'total: 10300'],
      ['end: 2027-03-31', 'end: 2027-09-30'],
      ['duration: 18mo', 'duration: 21mo'],
    ],
  },
  {
    name: 'C17: it pays in the second year, or after 2.8 years',
    process: `
budget: { currency: CNY, unit: 10000, total: 10640, annualSaving: 3800, payback: 2y }`,
    found: { 'consistency/payback-follows-from-the-saving': '2.8 years' },
    repair: [['payback: 2y', 'payback: 2.8y']],
  },
  {
    name: 'C18: 95 % and 90 % for what may be one accuracy',
    process: `
start: classify
steps:
  classify: { name: Classify request, type: automated, quality: { accuracy: 95% }, next: answer }
  answer: { name: Answer request, type: automated, quality: { accuracy: 90% }, end: true }
acceptance:
  a3: { standard: performance, level: core, metric: ai_accuracy, op: ">=", value: 95% }`,
    found: {
      'consistency/accuracy-meets-acceptance': '90%',
      'automation/accuracy-criteria-name-their-step': 'classify 95%, answer 90%',
    },
    repair: [['metric: ai_accuracy,', 'metric: ai_accuracy, of: classify,']],
  },
  {
    name: 'C19: 68 % in use leave 32 % idle, not 27 %',
    process: `
kpis:
  utilisation: { name: Utilisation, unit: "%", baseline: 68, claims: [{ kind: remainder, value: 27% }] }`,
    found: { 'consistency/claims-follow-from-their-numbers': '32%' },
    repair: [['27%', '32%']],
  },
  {
    name: 'C20: an approval of five layers lists four parties',
    process: `
roles: { manager: { name: Shop manager }, area: { name: Area manager }, finance: { name: Finance }, head: { name: Head office } }
start: approve
steps:
  approve: { name: 五层审批, type: approval, approvers: [manager, area, finance, head], end: true }`,
    found: { 'consistency/approval-layers-match-their-name': '4 are listed' },
    repair: [['五层审批', '四层审批']],
  },
  {
    name: 'C21: training data shared with others and profiles of customers, without basis or assessment',
    process: `
data:
  dialogue: { name: Past dialogues, category: comm.content, subject: customer }
  tags: { name: Tags, category: profile.tags, subject: customer }
recipients: { alliance: { name: Alliance, role: controller } }
notices:
  policy: { timing: before_collection, purposes: [claims.dispute] }
purposes:
  handle: { name: Handle request, category: claims.dispute, basis: { cn: contract }, notice: policy }
  train: { name: Train the model, category: ai.training, notice: policy }
  profile: { name: Tag customers, category: personalisation, notice: policy }
start: answer
steps:
  answer: { name: Answer request, type: task, purpose: handle, collects: [dialogue], next: tag }
  tag: { name: Tag customer, type: task, purpose: profile, reads: [dialogue], writes: [tags], next: train }
  train: { name: Train model, type: task, purpose: train, shares: [{ data: [dialogue], with: alliance }], end: true }`,
    organization: `
apiVersion: flowaudit/v1
kind: Organization
id: company
name: Company
role: controller
establishments: [CN]
markets: [CN]
persons: { total: 380000 }
assessments:
  pipia:
    first: { covers: { triggers: [sensitive] }, doneOn: 2026-03-01, beforeStart: true }`,
    found: {
      'pipl/legal-basis-missing': 'basis.cn',
      'pipl/third-party-provision-notice': 'alliance',
      'pipl/pipia-required': 'alliance',
    },
    repair: [
      ['category: ai.training,', 'category: ai.training, basis: { cn: consent },'],
      ['category: personalisation,', 'category: personalisation, basis: { cn: consent },'],
      ['triggers: [sensitive]', 'triggers: [sensitive, provision]'],
      [
        'purposes: [claims.dispute] }',
        'purposes: [claims.dispute], recipients: [{ recipient: alliance, items: [name, contact, purpose, method, categories] }] }',
      ],
    ],
  },
  {
    name: 'C22: the chapter on the budget stands there twice',
    process: `
budget: { total: 100 CNY }
budget: { total: 120 CNY }`,
    found: { 'format/yaml-is-well-formed': 'budget' },
    repair: [['\nbudget: { total: 120 CNY }', '']],
  },
  {
    name: 'C22: a change and a step stand there twice',
    process: `
start: receive
steps:
  receive: { name: Receive request, type: task, next: again }
  again: { name: Receive request, type: task, end: true }
changes:
  - { id: c1, title: Raise the threshold, stage: requested }
  - { id: c1, title: Raise the threshold, stage: approved }`,
    found: {
      'structure/list-entries-have-one-id': 'c1',
      'style/step-names-differ': 'Receive request',
    },
    repair: [
      ['again: { name: Receive request', 'again: { name: Check request'],
      [
        '{ id: c1, title: Raise the threshold, stage: approved }',
        '{ id: c2, title: Lower the limit, stage: approved }',
      ],
    ],
  },
];

/** What is found in a process, `<rule>: <message>`, whether it fails or cannot be decided. */
async function audited(process: string, organization: string | undefined): Promise<string[]> {
  const header = 'apiVersion: flowaudit/v1\nkind: Process\nid: plan\nname: Plan';
  const steps = /^steps:/m.test(process)
    ? ''
    : '\nsteps: { close: { name: Close case, type: end } }';
  const first = /^steps:\n {2}(\w+):/m.exec(process)?.[1] ?? 'close';
  const start = /^start:/m.test(process) ? '' : `\nstart: ${first}`;
  const { result } = await auditFiles(
    {
      'plan.process.yaml': `${header}${process}${start}${steps}\n`,
      ...(organization === undefined ? {} : { 'organization.yaml': organization.trimStart() }),
    },
    { locale: 'en' },
  );
  return result.findings.map(({ rule, message }) => `${rule}: ${message}`);
}

test('all 22 contradictions are there', () => {
  const numbers = new Set(contradictions.map(({ name }) => /^C(\d+):/.exec(name)?.[1]));
  expect([...numbers]).toEqual(Array.from({ length: 22 }, (_, index) => String(index + 1)));
});

describe.each(contradictions)('$name', ({ process, found, repair, organization }) => {
  test('is found', async () => {
    const findings = await audited(process, organization);
    for (const [rule, words] of Object.entries(found)) {
      const said = findings.filter((finding) => finding.startsWith(`${rule}: `));
      expect(said.join('\n'), rule).toContain(words);
    }
  });

  test('is no longer found once it is repaired', async () => {
    const repaired = [process, organization].map((text) =>
      repair.reduce((changed, [from, to]) => changed?.replace(from, () => to), text),
    );
    for (const [from] of repair) expect(`${process}${organization ?? ''}`).toContain(from);
    const findings = await audited(repaired[0] ?? '', repaired[1]);
    const rules = findings.map((finding) => finding.slice(0, finding.indexOf(':')));
    expect(rules.filter((rule) => Object.hasOwn(found, rule))).toEqual([]);
    expect(rules.filter((rule) => rule.startsWith('consistency/'))).toEqual([]);
  });
});
