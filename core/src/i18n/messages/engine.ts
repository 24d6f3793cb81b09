import type { Message } from '../text.ts';

/** What the engine says about findings, scope and verdicts. */
export const engineMessages = {
  'engine.undecided': {
    en: 'Cannot tell for “{found}” whether this holds: {title}. Not declared: {missing}.',
    zh: '“{found}”是否符合“{title}”无法判定：未声明 {missing}。',
  },
  'engine.ruleError': {
    en: 'Rule {rule} could not finish on “{found}”, so nothing is known about it: {error}',
    zh: '规则 {rule} 在“{found}”上未能执行完毕，结论不明：{error}',
  },
  'engine.undeclared': {
    en: '“{found}” does not declare {fact}, so nobody can tell whether these rules apply: {packs}. Declare it in organization.yaml; write [] or none where there is none.',
    zh: '“{found}”未声明 {fact}，无法判断以下规则是否适用：{packs}。请在 organization.yaml 中声明；确实没有的，写 [] 或 none。',
  },
  'engine.undeclaredFact': {
    en: '“{found}” does not declare {fact}; {count} checks wait for it. Declare it in organization.yaml; write [] or none where there is none.',
    zh: '“{found}”未声明 {fact}，有 {count} 项检查因此无法判定。请在 organization.yaml 中声明；确实没有的，写 [] 或 none。',
  },
  'engine.directiveReason': {
    en: '“{found}” gives no reason, so it suppresses nothing. Add -- and the reason.',
    zh: '“{found}”未写理由，因此不起作用。请在其后加上 -- 和理由。',
  },
  'engine.directiveRule': {
    en: '“{found}” names no rule that exists, so it suppresses nothing. Rule ids are shown with each finding.',
    zh: '“{found}”所写的规则不存在，因此不起作用。每条发现项都标有规则编号。',
  },
  'engine.directiveUnused': {
    en: '“{found}” matches no finding any more. Remove it.',
    zh: '“{found}”已不对应任何发现项，请删除。',
  },
  'engine.waiverReason': {
    en: 'The waiver of {rule} at “{at}” gives no reason, so it accepts nothing.',
    zh: '对“{at}”豁免规则 {rule} 未写理由，因此不起作用。',
  },
  'engine.waiverExpired': {
    en: 'The waiver of {rule} at {at} ended on {until}. Have it approved again or repair what it accepted.',
    zh: '对 {at} 豁免规则 {rule} 已于 {until} 到期。请重新报批，或完成整改。',
  },
  'engine.waiverUnused': {
    en: 'The waiver of {rule} at “{at}” matches no finding. Remove it, or correct its place.',
    zh: '对“{at}”豁免规则 {rule} 不对应任何发现项。请删除，或更正位置。',
  },
  'engine.related.anchor': {
    en: 'The aliased text is written here.',
    zh: '别名引用的内容写在这里。',
  },
  'engine.related.first': { en: 'The first one stands here.', zh: '前一处在这里。' },
  'engine.related.place': { en: '“{name}” stands here.', zh: '“{name}”在这里。' },
  'engine.left.nothing': {
    en: 'The checked files contain nothing this rule looks at.',
    zh: '所检查的文件中没有该规则检查的内容。',
  },
  'engine.left.later': {
    en: 'It simulates cases; its answer follows.',
    zh: '需要模拟推算，结果稍后给出。',
  },
  'engine.left.undeclaredScope': {
    en: 'Nobody can tell whether it applies; not declared: {facts}.',
    zh: '无法判断是否适用：未声明 {facts}。',
  },
  'engine.left.notYet': {
    en: 'Not in force on {asOf}; in force from {from}.',
    zh: '在 {asOf} 尚未施行，自 {from} 起施行。',
  },
  'engine.left.noLonger': {
    en: 'No longer in force on {asOf}; in force until {until}.',
    zh: '在 {asOf} 已不再有效，有效期至 {until}。',
  },
  'engine.because.openFail': {
    en: {
      one: '{count} open finding says that a rule does not hold.',
      other: '{count} open findings say that a rule does not hold.',
    },
    zh: '有 {count} 条未处理的发现项表明规则未被遵守。',
  },
  'engine.because.undecided': {
    en: {
      one: '{count} check could not be decided.',
      other: '{count} checks could not be decided.',
    },
    zh: '有 {count} 项检查无法判定。',
  },
  'engine.because.ruleError': {
    en: { one: '{count} rule could not finish.', other: '{count} rules could not finish.' },
    zh: '有 {count} 条规则未能执行完毕。',
  },
  'engine.because.failedFile': {
    en: { one: '{count} file could not be read.', other: '{count} files could not be read.' },
    zh: '有 {count} 个文件无法读取。',
  },
  'engine.because.undeclaredFact': {
    en: {
      one: '{count} fact that decides which rules apply is not declared.',
      other: '{count} facts that decide which rules apply are not declared.',
    },
    zh: '有 {count} 项决定规则适用范围的事实未声明。',
  },
  'engine.because.nothingChecked': {
    en: 'No process and no organisation was checked.',
    zh: '没有检查任何流程或组织。',
  },
  'engine.criterion.measured': { en: 'Measured: {measured}.', zh: '实测为 {measured}。' },
  'engine.criterion.lacks.measurement': {
    en: 'There is no measurement of it.',
    zh: '没有该指标的测量值。',
  },
  'engine.criterion.lacks.verifiedSource': {
    en: 'No file behind a measurement passed its SHA-256 check.',
    zh: '测量值所依据的文件未通过 SHA-256 核验。',
  },
  'engine.criterion.lacks.validity': {
    en: 'No measurement is valid on the as-of date.',
    zh: '在基准日没有有效的测量值。',
  },
  'engine.criterion.lacks.comparableValue': {
    en: 'Measured and demanded value have different units.',
    zh: '测量值与要求的单位不同，无法比较。',
  },
  'engine.criterion.lacks.demand': {
    en: 'Metric, op and value are not all stated.',
    zh: '没有写明 metric、op 和 value。',
  },
  'engine.criterion.notRun': { en: 'Rule {rule} was not run.', zh: '未运行规则 {rule}。' },
  'engine.criterion.ruleFails': {
    en: { one: 'Rule {rule} has {count} finding.', other: 'Rule {rule} has {count} findings.' },
    zh: '规则 {rule} 有 {count} 条发现项。',
  },
  'engine.criterion.ruleUndecided': {
    en: 'Rule {rule} could not be decided.',
    zh: '规则 {rule} 无法判定。',
  },
  'engine.criterion.ruleHolds': { en: 'Rule {rule} holds.', zh: '规则 {rule} 已满足。' },
} satisfies Record<string, Message>;
