import { describe, expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { check } from '../../core/src/engine/check.ts';
import { inquire } from '../../core/src/engine/evaluate.ts';
import { buildModel } from '../../core/src/model/build.ts';
import type { Model } from '../../core/src/model/model.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';
import { compileExpression } from '../../core/src/ruleset/expression.ts';
import { library } from '../rules/library.ts';

function modelOf(body: string): Model {
  const header = 'apiVersion: flowaudit/v1\nkind: Process\nid: example\nname: Example\n';
  const [process] = resourcesOf(parse('example.process.yaml', `${header}${body}`));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.faults).toEqual([]);
  return buildModel({ process });
}

/** What an expression of a rule gives on a process. */
async function ask(body: string, expression: string): Promise<unknown> {
  const { model, bindings } = inquire(modelOf(body), '2026-11-21');
  const answer = await compileExpression(expression).evaluate(model.views, bindings);
  // JSONata marks its sequences with a property of their own.
  return Array.isArray(answer) ? [...answer] : answer;
}

/** An agent, a machine, a second department; half of the cases are checked, a tenth comes back once. */
const shop = `
roles:
  agent: { name: Agent, department: service, cost: 60 CNY/h }
  checker: { name: Checker, department: logistics, cost: 30 CNY/h }
  bot: { name: Bot, kind: system }
start: sort
steps:
  sort: { name: Sort case, type: automated, role: bot, time: { work: 1min }, next: [ { to: check, probability: 50% }, { to: answer, probability: 50% } ] }
  check: { name: Check goods, type: task, role: checker, time: { queue: 20min, work: 20min }, cost: 3 CNY, next: answer }
  answer: { name: Answer customer, type: task, role: agent, time: { queue: 5min, work: 10min }, next: [ { to: done, probability: 90% }, { to: answer, probability: 10%, loop: { max: 1, then: done } } ] }
  done: { name: Case closed, type: end }
`;

describe('$predicted()', () => {
  test('counts visits: 1 sort, 0.5 check, 1.1 answer', async () => {
    expect(await ask(shop, '$predicted().automated')).toBeCloseTo(1 / 2.6, 12);
    expect(await ask(shop, '$predicted().solvedAtOnce')).toBeCloseTo(0.9, 12);
  });

  test('adds up times: 1 + 0.5 · 40 + 1.1 · 15 = 37.5 min, of it 1 + 10 + 11 = 22 min of work', async () => {
    expect(await ask(shop, '$predicted().meanSeconds / 60')).toBeCloseTo(37.5, 9);
    expect(await ask(shop, '$predicted().efficiency')).toBeCloseTo(22 / 37.5, 12);
    expect(await ask(shop, '$predicted().workShare')).toBeCloseTo(22 / 37.5, 12);
  });

  test('divides the time among the steps, the largest first', async () => {
    const shares = await ask(
      shop,
      '$predicted().stepShares.{"id": id, "share": $round(share, 9), "minutes": $round(seconds / 60, 9), "critical": critical}',
    );
    expect(shares).toEqual([
      { id: 'check', share: 0.533333333, minutes: 20, critical: true },
      { id: 'answer', share: 0.44, minutes: 16.5, critical: true },
      { id: 'sort', share: 0.026666667, minutes: 1, critical: true },
      { id: 'done', share: 0, minutes: 0, critical: false },
    ]);
  });

  test('leaves waits for the world outside to the world: their steps have no share', async () => {
    const held = shop.replace(
      'probability: 50% }, { to: answer, probability: 50% } ] }\n',
      `probability: 50% }, { to: hold, probability: 50% } ] }
  hold: { name: Wait for customer, type: wait, state: waiting_customer, time: { wait: 10h }, next: answer }\n`,
    );
    expect(await ask(held, '$predicted().meanSeconds / 60')).toBeCloseTo(337.5, 9);
    expect(await ask(held, '$round($predicted().stepShares[0].share, 9)')).toBe(0.533333333);
    expect(await ask(held, '$count($predicted().stepShares[id = "hold"])')).toBe(0);
  });

  test('counts changes of department past machines: none to the checker, half of the cases back', async () => {
    expect(await ask(shop, '$predicted().handoffs')).toBeCloseTo(0.5, 12);
  });

  test('prices a case: 0.5 · 20 min · 30 CNY/h + 1.1 · 10 min · 60 CNY/h + 0.5 · 3 CNY = 17.50', async () => {
    const cost = await ask(shop, '$predicted().cost');
    expect(cost).toMatchObject({ currency: 'CNY', unpriced: [], untimed: [] });
    expect(await ask(shop, '$predicted().cost.labour')).toBeCloseTo(16, 9);
    expect(await ask(shop, '$predicted().cost.material')).toBeCloseTo(1.5, 9);
    expect(await ask(shop, '$predicted().cost.total')).toBeCloseTo(17.5, 9);
  });

  test('names people without a price and work without a length, and no machine', async () => {
    const unpriced = shop.replace(', cost: 30 CNY/h', '');
    expect(await ask(unpriced, '$predicted().cost.unpriced')).toEqual(['checker']);
    expect(await ask(unpriced, '$predicted().cost.total')).toBeCloseTo(12.5, 9);
    const untimed = shop.replace('time: { queue: 20min, work: 20min }, ', '');
    expect(await ask(untimed, '$predicted().cost.untimed')).toEqual(['check']);
  });

  test('says nothing of cost where nobody has a price', async () => {
    const free = shop.replaceAll(/, cost: \d+ CNY\/h/g, '');
    expect(await ask(free, '$exists($predicted().cost)')).toBe(false);
    expect(await ask(free, '$exists($predicted().lacks.cost)')).toBe(false);
  });

  test('has no critical path beyond the steps there are', async () => {
    expect(await ask(shop, '$predicted().criticalPath')).toEqual(['sort', 'check', 'answer']);
  });
});

describe('what $predicted() cannot tell', () => {
  const untimed = shop.replace('time: { queue: 20min, work: 20min }, ', '');

  test('names the step whose time is missing, in both languages', async () => {
    const lack = {
      zh: '未声明步骤“check”的耗时（time）',
      en: 'not declared: the time of step “check”',
    };
    for (const name of ['meanSeconds', 'efficiency', 'workShare', 'stepShares']) {
      expect(await ask(untimed, `$predicted().lacks.${name}`)).toEqual(lack);
      expect(await ask(untimed, `$exists($predicted().${name})`)).toBe(false);
    }
  });

  test('still counts what needs no times', async () => {
    expect(await ask(untimed, '$predicted().automated')).toBeCloseTo(1 / 2.6, 12);
    expect(await ask(untimed, '$exists($predicted().lacks.automated)')).toBe(false);
  });

  test('names the branch whose probability is missing', async () => {
    const open = shop.replace('{ to: check, probability: 50% }', '{ to: check }');
    for (const name of ['automated', 'solvedAtOnce', 'handoffs', 'cost']) {
      expect(await ask(open, `$predicted().lacks.${name}.en`)).toContain(
        'the probability of the branch',
      );
      expect(await ask(open, `$exists($predicted().${name})`)).toBe(false);
    }
  });

  test('leaves a faulty flow to the rules about the flow', async () => {
    const faulty = shop.replace(
      '{ to: check, probability: 50% }',
      '{ to: check, probability: 60% }',
    );
    expect(await ask(faulty, '$exists($predicted().automated)')).toBe(false);
    expect(await ask(faulty, '$predicted().lacks')).toEqual({});
  });
});

const promises = `
calendars:
  office: { timezone: Asia/Shanghai, week: { mon-fri: ["09:00-17:00"] }, holidays: none }
start: take
steps:
  take: { name: Take case, type: task, time: { queue: 10min, work: { min: 10min, likely: 20min, max: 60min } }, end: true }
slas:
  whole: { metric: resolution, from: case.created, to: case.closed, calendar: office, attainment: 90%, tiers: { urgent: { within: 5min }, usual: { within: 2h } } }
  natural: { metric: handling, from: case.created, to: case.closed, within: 40min, attainment: 50% }
kpis:
  mean: { name: Mean, formula: mean(natural), target: 30min }
  days: { name: Days, formula: mean(whole), unit: wd, target: 2 }
  most: { name: Most, formula: p90(natural), unit: h, target: 1 }
  kept: { name: Kept, formula: share(met natural), unit: "%", target: 60 }
  tiers: { name: Kept, formula: share(met whole), unit: "%", target: 60 }
  survey: { name: Score, formula: score(survey), target: 4 }
`;
const kpi = (id: string): string => `$aim(kpis[id = "${id}"])`;

describe('$judged(limit), $simulated(limit) and $aim(kpi)', () => {
  // 10 min and a triangle 10, 20, 60: mean 40 min; P(T <= 40 min) = 1 - 30² / (50 · 40) = 55 %.
  test('a limit is judged as the ladder judges it', async () => {
    expect(await ask(promises, '$judged(limits[id = "natural"])')).toMatchObject({
      verdict: 'undecided',
      asked: true,
    });
    const found = await ask(promises, '$simulated(limits[id = "natural"])');
    expect(found).toMatchObject({ verdict: 'met', rung: 'distribution', asked: true });
    expect(await ask(promises, '$simulated(limits[id = "natural"]).numbers.share')).toBeCloseTo(
      0.55,
      1,
    );
  });

  test('a tier that no branch names says so in both languages', async () => {
    expect(await ask(promises, '$judged(limits[id = "whole.urgent"])')).toEqual({
      verdict: 'undecided',
      asked: true,
      lacks: {
        zh: '没有分支写明哪些案件属于等级“urgent”（在 next 的分支上写 tier：urgent）',
        en: 'no branch says which cases belong to tier “urgent” (write tier: urgent at a branch of next)',
      },
    });
  });

  test('a mean of 40 min misses a target of 30 min, without any simulation', async () => {
    expect(await ask(promises, `$judged(${kpi('mean')})`)).toMatchObject({
      verdict: 'broken',
      rung: 'mean',
      numbers: { meanSeconds: 2400, limitSeconds: 1800 },
    });
  });

  test('the target of a quantile and of a share is one about so many of the cases', async () => {
    expect(await ask(promises, `${kpi('most')}.sla.[within, statistic]`)).toEqual(['3600s', 'p90']);
    expect(await ask(promises, `${kpi('kept')}.sla.[within, statistic, attainment]`)).toEqual([
      '40min',
      'share',
      '60%',
    ]);
    expect(await ask(promises, `$simulated(${kpi('kept')}).verdict`)).toBe('broken');
    expect(await ask(promises, `$judged(${kpi('most')}).verdict`)).not.toBe('broken');
  });

  test('two working days of eight hours are 16 h on the clock of the office', async () => {
    expect(await ask(promises, `${kpi('days')}.sla.[within, calendar]`)).toEqual([
      '57600s',
      'office',
    ]);
  });

  test('nothing is aimed at by a KPI of tiers, of a survey, or without a promise', async () => {
    expect(await ask(promises, `$exists(${kpi('tiers')})`)).toBe(false);
    expect(await ask(promises, `$exists(${kpi('survey')})`)).toBe(false);
    expect(await ask(promises, `$exists($judged(${kpi('survey')}))`)).toBe(false);
  });

  test('without any time nobody asked, and a faulty flow is not asked', async () => {
    const untimed = promises.replace(/time: .*?\} \}, /, '');
    expect(await ask(untimed, '$judged(limits[id = "natural"]).asked')).toBe(false);
    const faulty = promises.replace(
      'end: true',
      'next: [ { to: take, probability: 50% }, { to: end, probability: 60% } ] }\n  end: { name: End, type: end',
    );
    expect(await ask(faulty, '$judged(limits[id = "natural"]).asked')).toBe(false);
  });
});

describe('$load(role), $composed(sla) and $ownTime(step)', () => {
  const desk = `
volume: { cases: 100/d }
policy: { maxOccupancy: 70% }
calendars:
  always: { timezone: Asia/Shanghai, week: { mon-sun: ["00:00-24:00"] } }
roles:
  agent: { name: Agent, calendar: always, onShift: 1 }
  clerk: { name: Clerk, calendar: always, onShift: 1, maxOccupancy: 90% }
  guest: { name: Guest, calendar: always }
systems:
  crm: { name: CRM, availability: 99.9% }
  desk: { name: Desk, availability: 99.9% }
  unsaid: { name: Unsaid }
start: take
steps:
  take: { name: Take case, type: task, role: agent, time: { handoff: 1min, queue: 2min, work: { min: 5min, likely: 10min, max: 15min } }, next: look }
  look: { name: Look at case, type: task, role: clerk, time: { work: 12min }, next: sign }
  sign: { name: Sign case, type: task, role: guest, time: { work: 1min }, end: true }
slas:
  both: { metric: availability, of: [crm, desk], target: 99.9% }
  open: { metric: availability, of: [crm, unsaid], target: 99.9% }
  time: { metric: handling, from: case.created, to: case.closed, within: 1h }
`;

  test('100 · 10 min = 1000 min of 1440 min are 69.4 %, bearable for a policy of 70 %', async () => {
    const load = await ask(desk, '$load(roles[id = "agent"])');
    expect(load).toMatchObject({ staffed: true, fits: true, bearable: true, maxOccupancy: 0.7 });
    expect(await ask(desk, '$load(roles[id = "agent"]).utilisation')).toBeCloseTo(1000 / 1440, 12);
  });

  test('what the role says goes before the policy', async () => {
    expect(await ask(desk, '$load(roles[id = "clerk"])')).toMatchObject({
      maxOccupancy: 0.9,
      bearable: true,
    });
    const bound = desk.replace(', maxOccupancy: 90%', '');
    expect(await ask(bound, '$load(roles[id = "clerk"]).bearable')).toBe(false);
  });

  test('a role without seats lacks them', async () => {
    expect(await ask(desk, '$load(roles[id = "guest"])')).toMatchObject({ lacks: 'seats' });
  });

  test('99.9 % twice are 99.8001 %, and what is not declared is named', async () => {
    const found = await ask(desk, '$composed(slas[id = "both"])');
    expect(found).toMatchObject({ kept: false, systems: ['crm', 'desk'] });
    expect(await ask(desk, '$composed(slas[id = "both"]).availability')).toBeCloseTo(0.998001, 12);
    expect(await ask(desk, '$composed(slas[id = "open"])')).toMatchObject({
      undeclared: ['unsaid'],
    });
    expect(await ask(desk, '$exists($composed(slas[id = "open"]).availability)')).toBe(false);
    expect(await ask(desk, '$exists($composed(slas[id = "time"]))')).toBe(false);
  });

  test('the time of one step is all its parts, the work apart', async () => {
    expect(await ask(desk, '$ownTime(steps[id = "take"])')).toEqual({
      min: 480,
      mean: 780,
      max: 1080,
      workMin: 300,
      workMean: 600,
    });
  });

  test('a step that does not say how long it takes has none', async () => {
    const untimed = desk.replace('role: guest, time: { work: 1min }', 'role: guest');
    expect(await ask(untimed, '$exists($ownTime(steps[id = "sign"]))')).toBe(false);
  });
});

test('quantities are said in both languages, and nothing is said of nothing', async () => {
  expect(await ask(shop, '$inWords(4062)')).toEqual({ zh: '67.70 分钟', en: '67.70 min' });
  expect(await ask(shop, '$inHours(1267200)')).toEqual({ zh: '352 小时', en: '352 h' });
  expect(await ask(shop, '$asPercent(0.9994)')).toBe('99.94%');
  expect(await ask(shop, '$asNumber(1.0199)')).toBe('1.02');
  for (const say of ['inWords', 'inHours', 'asPercent', 'asNumber']) {
    expect(await ask(shop, `$exists($${say}(nothing))`)).toBe(false);
  }
});

test('a quick check leaves out the rules that simulate, and no others', async () => {
  const rules = [...library.rules.values()].filter(({ id }) => /^(?:time|capacity)\//.test(id));
  const slow = ['time/enough-cases-keep-the-limit', 'time/kpi-targets-can-be-reached'];
  const left = async (quick: boolean): Promise<readonly string[]> => {
    const { results } = await check(modelOf(shop), rules, library, '2026-11-21', [], { quick });
    return results.flatMap((each) =>
      'left' in each && each.left.because === 'later' ? [each.rule.id] : [],
    );
  };
  expect((await left(true)).toSorted()).toEqual(slow);
  expect(await left(false)).toEqual([]);
});
