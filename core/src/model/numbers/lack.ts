import type { MissingInput, Undecided } from '../../analysis/time/flow.ts';
import type { Verdict } from '../../analysis/time/verdict.ts';
import type { Wording } from '../../quantity/wording.ts';
import type { PromiseLack } from './promises.ts';

/** What keeps a limit from being put to the flow, in the words of the file. */
export function wordsOfLack(lack: PromiseLack | undefined): Wording {
  switch (lack?.cause) {
    case 'tier':
      return {
        zh: `没有分支写明哪些案件属于等级“${lack.of}”（在 next 的分支上写 tier：${lack.of}）`,
        en: `no branch says which cases belong to tier “${lack.of}” (write tier: ${lack.of} at a branch of next)`,
      };
    case 'calendar':
      return { zh: `日历“${lack.of}”未定义`, en: `the calendar “${lack.of}” is not defined` };
    case 'scope':
      return {
        zh: `它只适用于部分案件（appliesTo.${lack.of}），而流程没有写明这些案件走哪些分支（可用 tier 标明）`,
        en: `it is for some cases only (appliesTo.${lack.of}), and no branch says which ways they take (a tier could)`,
      };
    case 'limit':
      return { zh: '时限无法换算', en: 'the limit has no length' };
    case 'clock':
    case undefined:
      return {
        zh: '计时的起点或终点不是本流程中的步骤',
        en: 'its clock starts or stops outside the steps of this process',
      };
  }
}

/** Why no way to work it out decides, in the words of the file. */
export function wordsOfReason({
  because,
  steps = [],
}: Pick<Verdict, 'because' | 'steps'>): Wording {
  const list = (ids: readonly string[]): string => ids.join(', ');
  switch (because?.cause) {
    case 'missing_input':
      return wordsOfMissing(because.missing);
    case 'never_ends':
      return {
        zh: `办件进入 ${list(because.steps)} 后无法结束`,
        en: `a case that gets to ${list(because.steps)} never ends`,
      };
    case 'not_reached':
      return {
        zh: '停止计时的步骤走不到',
        en: 'the step that stops the clock is never reached',
      };
    case 'faulty_flow':
      return {
        zh: `流程本身有误（${because.problems.map(({ step }) => step).join(', ')}）`,
        en: `the flow itself is faulty (${because.problems.map(({ step }) => step).join(', ')})`,
      };
    case 'not_block_structured':
    case 'starts_inside_parallel':
      return {
        zh: `并行结构 ${list(because.steps)} 不能这样计算`,
        en: `the parallel work of ${list(because.steps)} cannot be worked out this way`,
      };
    case 'calendar_unknown':
      return {
        zh: '部分案件落入节假日尚未公布的年份',
        en: 'some cases run into a year whose holidays are not published',
      };
    case 'too_close':
      return {
        zh: '模拟结果与承诺过于接近',
        en: 'what was simulated is too close to the promise to be called',
      };
    default:
      return steps.length === 0
        ? { zh: '各级推算均不能定论', en: 'none of the ways to work it out decides' }
        : {
            zh: `最长用时没有上限（${list(steps)}）`,
            en: `the longest time has no limit (${list(steps)})`,
          };
  }
}

const inputs = {
  probability: { zh: '的分支概率', en: 'the probability of the branch' },
  duration: { zh: '的耗时（time）', en: 'the time' },
  calendar: { zh: '的日历', en: 'the calendar' },
  staffing: { zh: '的在岗人数', en: 'the staffing' },
  arrivals: { zh: '业务量', en: 'the demand' },
} as const;

function wordsOfMissing(missing: readonly MissingInput[]): Wording {
  const zh = missing.map(
    ({ step, input, of }) =>
      `${step === undefined ? '' : `步骤“${step}”`}${of === undefined ? '' : ` ${of} `}${inputs[input].zh}`,
  );
  const en = missing.map(
    ({ step, input, of }) =>
      `${inputs[input].en}${of === undefined ? '' : ` “${of}”`}${step === undefined ? '' : ` of step “${step}”`}`,
  );
  return {
    zh: `未声明${[...new Set(zh)].join('、')}`,
    en: `not declared: ${[...new Set(en)].join(', ')}`,
  };
}

/** Why a number is not known. */
export function wordsOfUndecided(because: Undecided): Wording {
  return wordsOfReason({ because });
}
