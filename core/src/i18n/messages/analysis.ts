import type { Message } from '../text.ts';

/** What the analysis of a process says: its headlines, its verdicts, and the words of its tables. */
export const analysisMessages = {
  'analysis.asOf': { en: 'as of {date}, hours of {year}', zh: '截至 {date}，按 {year} 年日历' },
  'analysis.promises': { en: 'Promises', zh: '承诺' },
  'analysis.times': {
    en: 'Times (durations added up, opening hours left aside)',
    zh: '用时（各段时长相加，不计营业时间）',
  },
  'analysis.steps': { en: 'Steps', zh: '步骤' },
  'analysis.roles': { en: 'People', zh: '人员' },
  'analysis.flow': { en: 'Flow', zh: '流转' },
  'analysis.whatIf': { en: 'What if', zh: '假设调整' },
  'analysis.flips': { en: 'What flips', zh: '结论的变化' },
  'analysis.noFlips': {
    en: 'No verdict changes.',
    zh: '没有结论发生变化。',
  },
  'analysis.none': {
    en: 'Nothing to work out: no step of this process says how long it takes, and no system or promise how available it is.',
    zh: '没有可推算的内容：流程没有写明任何步骤的耗时，也没有写明系统或承诺的可用率。',
  },
  'analysis.noProcess': {
    en: 'There is no process among the files that were named.',
    zh: '所指定的文件中没有流程。',
  },

  'analysis.column.step': { en: 'step', zh: '步骤' },
  'analysis.column.name': { en: 'name', zh: '名称' },
  'analysis.column.visits': { en: 'visits a case', zh: '每件次数' },
  'analysis.column.time': { en: 'mean time', zh: '平均用时' },
  'analysis.column.work': { en: 'of it work', zh: '其中处理' },
  'analysis.column.slack': { en: 'slack', zh: '余量' },
  'analysis.column.role': { en: 'role', zh: '角色' },
  'analysis.column.touch': { en: 'work a case', zh: '每件处理' },
  'analysis.column.need': { en: 'needed', zh: '需要' },
  'analysis.column.offer': { en: 'there', zh: '在岗' },
  'analysis.column.load': { en: 'load', zh: '负荷' },
  'analysis.column.seatsNeeded': { en: 'seats needed', zh: '需同时在岗' },
  'analysis.column.promise': { en: 'promise', zh: '承诺' },
  'analysis.column.verdict': { en: 'verdict', zh: '结论' },
  'analysis.column.rung': { en: 'decided by', zh: '判定方式' },
  'analysis.column.weakest': { en: 'weakest input', zh: '最弱依据' },
  'analysis.column.number': { en: 'number', zh: '指标' },
  'analysis.column.before': { en: 'as declared', zh: '按现有定义' },
  'analysis.column.after': { en: 'what if', zh: '按假设' },
  'analysis.column.why': { en: 'why', zh: '说明' },

  'analysis.more': {
    en: {
      one: '… and {count} further step; --format json lists all.',
      other: '… and {count} further steps; --format json lists all.',
    },
    zh: '……另有 {count} 个步骤；用 --format json 查看全部。',
  },
  'analysis.critical': { en: 'critical', zh: '关键' },
  'analysis.mean': { en: 'mean', zh: '平均' },
  'analysis.meanUncapped': { en: 'mean without loop maxima', zh: '平均（循环不设上限）' },
  'analysis.sd': { en: 'standard deviation', zh: '标准差' },
  'analysis.shortest': { en: 'shortest', zh: '最短' },
  'analysis.longest': { en: 'longest', zh: '最长' },
  'analysis.unbounded': { en: 'no limit', zh: '没有上限' },
  'analysis.percentile': { en: '{p} % of cases within', zh: '{p}% 的案件不超过' },
  'analysis.criticalPath': { en: 'critical path', zh: '关键路径' },
  'analysis.workShare': { en: 'share of work in the time', zh: '处理时间占比' },
  'analysis.efficiency': { en: 'cycle-time efficiency', zh: '周期效率' },
  'analysis.handoffs': { en: 'hand-overs between departments a case', zh: '每件跨部门移交次数' },
  'analysis.automated': { en: 'work steps done by machines', zh: '自动化步骤占比' },
  'analysis.solvedAtOnce': {
    en: 'cases closed without coming back or changing hands',
    zh: '一次办结（无返回、无转手）的案件',
  },
  'analysis.cost': { en: 'cost a case', zh: '每件成本' },
  'analysis.costUnpriced': { en: '{total} without {roles}', zh: '{total}（未含 {roles}）' },
  'analysis.perDay': { en: '{hours} a day', zh: '每天 {hours}' },
  'analysis.perWeek': { en: '{hours} a week', zh: '每周 {hours}' },
  'analysis.simulated': {
    en: 'simulated: {cases} cases, shares ± {margin}',
    zh: '模拟 {cases} 件，比例误差 ± {margin}',
  },

  'analysis.verdict.met': { en: 'kept', zh: '能兑现' },
  'analysis.verdict.broken': { en: 'not kept', zh: '兑现不了' },
  'analysis.verdict.undecided': { en: 'undecided', zh: '无法判定' },
  'analysis.verdict.enough': { en: 'enough', zh: '够用' },
  'analysis.verdict.tight': { en: 'too tight', zh: '过紧' },
  'analysis.verdict.tooFew': { en: 'too few', zh: '不够' },
  'analysis.rung.impossible': { en: 'fastest way', zh: '最快路径' },
  'analysis.rung.calendar': { en: 'opening hours', zh: '工作时间' },
  'analysis.rung.guaranteed': { en: 'longest way', zh: '最长路径' },
  'analysis.rung.bound': { en: 'bounds', zh: '上下界' },
  'analysis.rung.mean': { en: 'mean and variance', zh: '均值与方差' },
  'analysis.rung.distribution': { en: 'simulation', zh: '模拟' },
  'analysis.rung.capacity': { en: 'capacity', zh: '人力' },
  'analysis.rung.systems': { en: 'systems', zh: '系统可用率' },
  'analysis.input.assumed': { en: 'assumed', zh: '假定' },
  'analysis.input.declared': { en: 'declared', zh: '申报' },
  'analysis.input.measured': { en: 'measured', zh: '实测' },

  'analysis.say.impossible': {
    en: 'The fastest way takes {shortest}; {promise} cannot be kept by any case.',
    zh: '最快的路径也要 {shortest}，任何案件都做不到 {promise}。',
  },
  'analysis.say.closed': {
    en: 'The staff work in the hours of “{calendar}” only: at most {share} of the cases can be in time, {wanted} are promised.',
    zh: '人员只在“{calendar}”时段上班：最多 {share} 的案件来得及，承诺是 {wanted}。',
  },
  'analysis.say.guaranteed': {
    en: 'Even the longest way takes {longest} at most.',
    zh: '最长的路径也不超过 {longest}。',
  },
  'analysis.say.guaranteedHours': {
    en: 'Even the longest way, with all waiting for opening hours, takes {worst} at most.',
    zh: '最长的路径加上等待上班的时间，也不超过 {worst}。',
  },
  'analysis.say.boundMet': {
    en: 'However the times are distributed, at least {share} of the cases are in time.',
    zh: '无论耗时如何分布，至少 {share} 的案件来得及。',
  },
  'analysis.say.boundBroken': {
    en: 'However the times are distributed, at most {share} of the cases can be in time; {wanted} are promised.',
    zh: '无论耗时如何分布，最多 {share} 的案件来得及，承诺是 {wanted}。',
  },
  'analysis.say.mean': {
    en: 'The mean is {mean}, the limit {promise}.',
    zh: '平均 {mean}，时限 {promise}。',
  },
  'analysis.say.distribution': {
    en: 'By simulation {share} of the cases are in time, ± {margin}; {wanted} are promised.',
    zh: '模拟结果 {share}（± {margin}）的案件来得及，承诺是 {wanted}。',
  },
  'analysis.say.distributionMean': {
    en: 'By simulation the mean is {mean}, the limit {promise}.',
    zh: '模拟结果平均 {mean}，时限 {promise}。',
  },
  'analysis.say.overloaded': {
    en: 'The queue before {roles} grows for ever, so the cases that go there are late.',
    zh: '{roles}的队伍会无限增长，到那里的案件都会超时。',
  },
  'analysis.say.capacity': {
    en: 'With the waits that the seats make, {share} of the cases are in time; {wanted} are promised.',
    zh: '按在岗人数推算排队后，{share} 的案件来得及，承诺是 {wanted}。',
  },
  'analysis.say.availabilityMet': {
    en: '{systems} together give {real}, {down} of outage a year.',
    zh: '{systems} 合计 {real}，每年停用 {down}。',
  },
  'analysis.say.availabilityBroken': {
    en: '{systems} together give {real}, {down} of outage a year; the promise leaves {allowed}.',
    zh: '{systems} 合计只有 {real}，每年停用 {down}，承诺只允许 {allowed}。',
  },
  'analysis.say.availabilityUndecided': {
    en: 'The availability of {systems} is not declared.',
    zh: '未声明 {systems} 的可用率。',
  },
  'analysis.say.undecided': { en: 'Nobody can tell: {lacks}.', zh: '无法判定：{lacks}。' },
  'analysis.say.roleTooFew': {
    en: '“{name}” needs {need} {per}, and its seats give {offer}: it cannot be done even without a break.',
    zh: '“{name}”{per}需要 {need}，排班只有 {offer}：即使不休息也做不完。',
  },
  'analysis.say.roleTight': {
    en: '“{name}” is loaded with {load}, more than the {limit} that people can bear.',
    zh: '“{name}”负荷 {load}，超过可承受的 {limit}。',
  },
  'analysis.say.roleEnough': {
    en: '“{name}” is loaded with {load}.',
    zh: '“{name}”负荷 {load}。',
  },
  'analysis.say.roleUndecided': {
    en: 'Whether “{name}” has people enough cannot be told: {lacks}.',
    zh: '“{name}”人力是否够用无法判定：{lacks}。',
  },
  'analysis.say.peak': {
    en: 'At the peak ({cases} cases in {per}) “{name}” works on {load} at a time and has room for {servers}.',
    zh: '高峰（{per} {cases} 件）时“{name}”要同时处理 {load} 件，最多能接 {servers} 件。',
  },
  'analysis.per.day': { en: 'a day', zh: '每天' },
  'analysis.per.week': { en: 'a week', zh: '每周' },
  'analysis.lack.arrivals': { en: 'no demand is declared (volume)', zh: '未声明业务量（volume）' },
  'analysis.lack.seats': { en: 'no seats are declared (onShift)', zh: '未声明在岗人数（onShift）' },
  'analysis.lack.calendar': { en: 'no calendar is declared', zh: '未声明工作日历（calendar）' },
  'analysis.lack.work': { en: 'some of its steps state no time', zh: '有步骤没有写明耗时（time）' },
  'analysis.lack.holidays': {
    en: 'the holidays of its calendar are not known for the year',
    zh: '当年节假日未知（尚未公布或未写 holidays）',
  },
  'analysis.flip': {
    en: '{what}: {before} → {after}',
    zh: '{what}：{before} → {after}',
  },
  'analysis.uncappedNote': {
    en: 'In brackets: if no loop had a maximum.',
    zh: '括号内为循环不设次数上限时的数值。',
  },
  'analysis.expectedAvailability': {
    en: 'availability over all ways (going on by hand counts)',
    zh: '各路径可用率（人工替代计入）',
  },
  'analysis.worstAvailability': { en: 'availability of the worst way', zh: '最差路径可用率' },
} as const satisfies Record<string, Message>;
