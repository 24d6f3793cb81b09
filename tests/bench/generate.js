/**
 * A sound process of about `count` steps: tasks in a row, with a choice now and then.
 *
 * @param options `personal`: every step reads data of a customer
 */
export function generateProcess(count, { personal = false } = {}) {
  const lines = [
    'apiVersion: flowaudit/v1',
    'kind: Process',
    'id: generated',
    'version: "1.0"',
    'name: { zh: 生成的流程, en: Generated process }',
    'owner: lead',
    'volume: { cases: 10/d, peak: { per: 30min, arrivals: 2 } }',
    'calendars:',
    '  office: { timezone: Asia/Shanghai, week: { mon-fri: ["09:00-18:00"] }, holidays: CN }',
    'roles:',
    '  lead: { name: { zh: 主管, en: Lead }, headcount: 2 }',
    '  agent: { name: { zh: 客服, en: Agent }, headcount: 20, calendar: office, onShift: 12 }',
    'systems:',
    '  crm: { name: CRM, country: CN, availability: 99.9% }',
    ...(personal ? privacy : []),
    'start: s0',
    'steps:',
  ];
  for (let step = 0; step < count; step++) {
    const next =
      step % 10 === 5 && step + 2 < count
        ? `[{ to: s${step + 1}, when: common, probability: 80% }, { to: s${step + 2}, when: rare, probability: 20% }]`
        : `s${step + 1}`;
    lines.push(
      `  s${step}:`,
      `    name: { zh: 处理第${step}步, en: Handle part ${step} }`,
      '    type: task',
      '    role: agent',
      '    systems: [crm]',
      ...(personal ? ['    purpose: serve', '    reads: [contact]'] : []),
      '    time: { work: { min: 1min, likely: 2min, max: 5min } }',
      '    sla: { within: 30min }',
      step === count - 1 ? '    end: true' : `    next: ${next}`,
    );
  }
  lines.push(
    'slas:',
    '  whole: { metric: resolution, from: case.created, to: case.closed, calendar: office, within: 3mo, attainment: 90% }',
    '  systems: { metric: availability, of: [crm], target: 99.9% }',
  );
  return `${lines.join('\n')}\n`;
}

/** What a process with personal data declares besides. */
const privacy = [
  'subjects: { customer: { type: customer, regions: [CN, DE, US-CA] } }',
  'data: { contact: { category: contact.phone, subject: customer, system: crm, source: already_held } }',
  'purposes: { serve: { category: claims.dispute, basis: { cn: contract, eu: 6.1.b }, retention: { keep: 1y, from: case.closed, then: delete } } }',
];
