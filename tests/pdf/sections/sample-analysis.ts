import type { AnalysisPage } from '../../../core/src/pdf/index.ts';
import type { Locale } from '../../../core/src/i18n/text.ts';
import { branchesWithLoop } from '../drawing/sample-flows.ts';

type Bilingual = Readonly<Record<Locale, string>>;

/** The analysis of the complaint process, as a tool would hand it over. */
export function sampleAnalysis(locale: Locale): AnalysisPage {
  const say = (zh: string, en: string): string => ({ zh, en })[locale];
  const minutes = (value: string): string => say(`${value} 分钟`, `${value} min`);
  const perDay = (value: string): string => say(`每天 ${value} 小时`, `${value} h a day`);
  return {
    path: 'samples/complaint-handling/declared/complaint-handling.process.yaml',
    name: { zh: '客户投诉处理', en: 'Customer complaint handling' },
    headlines: [
      say(
        '前端坐席每天需要 352 小时，排班只有 336 小时：即使不休息也做不完。',
        'The front line needs 352 hours a day and has 336: even without breaks the work cannot be done.',
      ),
      say(
        '承诺的可用率为 99.99%，所依赖的系统合计只能达到 99.94%。',
        '99.99% availability is promised; the systems together reach 99.94%.',
      ),
    ],
    times: [
      { measure: 'mean', time: minutes('67.66') },
      { measure: 'p50', time: minutes('38.00') },
      { measure: 'p80', time: minutes('121.0') },
      { measure: 'p90', time: minutes('199.0') },
      { measure: 'p95', time: minutes('209.0') },
      {
        measure: 'p99',
        missing: say(
          '步骤“实地调查”没有写明耗时。',
          'The step “Field investigation” does not say how long it takes.',
        ),
      },
    ],
    criticalPath: {
      steps: [say('受理投诉', 'Receive complaint'), say('处理投诉', 'Handle complaint')],
      time: minutes('31.50'),
    },
    timeNotes: [say('模拟 200000 件。', 'Simulated with 200000 cases.')],
    roles: [
      {
        name: say('前端坐席', 'Front line'),
        visits: '0.9140',
        touch: minutes('17.61'),
        hoursNeeded: perDay('352'),
        hoursAvailable: perDay('336'),
        utilisation: '104.8%',
        staffNeeded: '18',
        isOverloaded: true,
        sentence: say(
          '前端坐席至少要有 18 人同时在岗。',
          'At least 18 people of the front line have to be on duty at once.',
        ),
      },
      {
        name: say('仓库', 'Warehouse'),
        visits: '0.2280',
        touch: minutes('6.850'),
        hoursNeeded: perDay('137'),
        missing: say(
          '没有写明“仓库”的在岗人数。',
          'Nobody says how many of “Warehouse” are on duty.',
        ),
      },
    ],
    availability: [
      {
        name: say('投诉处理服务', 'Complaint service'),
        promised: '99.99%',
        reached: '99.94%',
        fallsShort: true,
        sentence: say('CRM 与工单系统缺一不可。', 'CRM and ticketing are both needed.'),
      },
      {
        name: say('短信网关', 'SMS gateway'),
        promised: '99.9%',
        missing: say(
          '没有写明“短信网关”的可用率。',
          'The availability of “SMS gateway” is not declared.',
        ),
      },
    ],
    slas: [
      {
        name: say('办结期限', 'Resolution'),
        promise: say('95% 在 12 小时内', '95% within 12 h'),
        verdict: 'met',
        word: say('能兑现', 'kept'),
        rung: say('模拟', 'simulation'),
        weakestInput: say('申报', 'declared'),
        sentence: say('模拟结果约 100% 的案件来得及。', 'By simulation about 100% are in time.'),
      },
      {
        name: say('首次响应', 'First response'),
        promise: say('90% 在 1 分钟内', '90% within 1 min'),
        verdict: 'broken',
        word: say('兑现不了', 'not kept'),
        rung: say('人力', 'capacity'),
        weakestInput: say('假定', 'assumed'),
        sentence: say('队伍会无限增长。', 'The queue grows for ever.'),
      },
      {
        name: say('外部调查', 'External inquiry'),
        promise: say('5 个工作日内', 'within 5 working days'),
        verdict: 'undecided',
        word: say('无法判定', 'undecided'),
        sentence: say(
          '缺少步骤“实地调查”的耗时。',
          'The time of “Field investigation” is missing.',
        ),
      },
    ],
    drawing: branchesWithLoop(locale),
  };
}

/** Every text that the analysis of the sample prints, the drawing aside. */
export function textsOf(page: AnalysisPage): readonly string[] {
  const texts = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.values(value).flatMap((each) => texts(each));
  };
  const { headlines, times, criticalPath, timeNotes, roles, availability, slas } = page;
  const closed = new Set(['mean', 'met', 'broken', 'undecided']); // words of the format, not printed
  return texts([
    headlines,
    times,
    criticalPath,
    timeNotes,
    roles,
    availability,
    slas.map(({ verdict: _, ...printed }) => printed),
  ]).filter((text) => !closed.has(text) || text === 'undecided');
}

/** An analysis that found nothing to say. */
export function emptyAnalysis(name: Bilingual): AnalysisPage {
  return {
    path: 'empty.yaml',
    name,
    headlines: [],
    times: [],
    roles: [],
    availability: [],
    slas: [],
  };
}
