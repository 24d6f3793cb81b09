import type { Message } from '../text.ts';

export const reportMessages = {
  'report.title': { en: 'Process audit report', zh: '流程审计报告' },
  'report.subject': {
    en: 'Verdict: {verdict}. As of {asOf}.',
    zh: '审计结论：{verdict}。基准日：{asOf}。',
  },
  'report.notProvided': { en: 'Not provided.', zh: '未提供' },
  'report.page': { en: 'Page {page} of {pages}', zh: '第 {page} 页 / 共 {pages} 页' },
  'report.contents': { en: 'Contents', zh: '目录' },
  'report.resultHash': { en: 'Result SHA-256 {hash}', zh: '审计结果 SHA-256 {hash}' },
  'report.attachment': {
    en: 'The complete audit result as JSON.',
    zh: '完整的审计结果（JSON 格式）。',
  },

  'report.cover.organization': { en: 'Organization', zh: '组织' },
  'report.cover.process': { en: 'Process', zh: '流程' },
  'report.cover.version': { en: 'Version {version}', zh: '版本 {version}' },
  'report.cover.moreProcesses': {
    en: {
      one: 'and {count} more process, listed under Scope.',
      other: 'and {count} more processes, listed under Scope.',
    },
    zh: '另有 {count} 个流程，见“范围”一节。',
  },
  'report.cover.limits': {
    en: 'The verdict is about the definitions listed under Scope, not about the process in operation.',
    zh: '本结论只针对“范围”一节所列的流程定义，不涉及流程的实际运行情况。',
  },
  'report.cover.asOf': { en: 'As of', zh: '基准日' },
  'report.cover.files': { en: 'Files', zh: '文件' },
  'report.cover.filesValue': {
    en: '{checked} checked, {skipped} skipped, {failed} failed',
    zh: '已核对 {checked} 个，跳过 {skipped} 个，无法读取 {failed} 个',
  },
  'report.cover.rulesets': { en: 'Rulesets', zh: '规则集' },
  'report.cover.tool': { en: 'Tool', zh: '审计工具' },
  'report.cover.result': { en: 'Result', zh: '结果标识' },

  'report.verdict.pass': { en: 'Pass', zh: '通过' },
  'report.verdict.fail': { en: 'Fail', zh: '不通过' },
  'report.verdict.undecided': { en: 'Undecided', zh: '无法判定' },
  'report.verdict.pass.meaning': {
    en: 'Every rule that applies holds, and nothing was left undecided.',
    zh: '适用的规则全部成立，没有无法判定的事项。',
  },
  'report.verdict.fail.meaning': {
    en: 'At least one rule does not hold, and no accepted exception covers it.',
    zh: '至少有一条规则不成立，且没有已批准的例外。',
  },
  'report.verdict.undecided.meaning': {
    en: 'No open finding fails, but the audit could not decide everything.',
    zh: '没有未处理的不符合项，但有事项无法判定。',
  },

  'report.severity': { en: 'Severity', zh: '严重程度' },
  'report.severity.error': { en: 'Error', zh: '错误' },
  'report.severity.warning': { en: 'Warning', zh: '警告' },
  'report.severity.info': { en: 'Info', zh: '提示' },
  'report.outcome.fail': { en: 'Does not hold', zh: '不符合' },
  'report.outcome.undecided': { en: 'Undecided', zh: '无法判定' },
  'report.outcome.error': { en: 'Rule error', zh: '规则未能执行' },

  'report.summary': { en: 'Summary', zh: '摘要' },
  'report.summary.verdict': { en: 'Verdict: {verdict}', zh: '审计结论：{verdict}' },
  'report.summary.checked': {
    en: 'The audit checked {files} against {rules}, as of {asOf}. Of {evaluations} single checks, {pass} passed, {fail} failed and {undecided} could not be decided. {notApplicable} found nothing to look at, and {error} could not finish.',
    zh: '本次审计以 {asOf} 为基准日，用 {rules}核对了 {files}。在 {evaluations} 次单项核对中，{pass} 次通过，{fail} 次不通过，{undecided} 次无法判定。{notApplicable}没有可核对的对象，{error}未能执行完毕。',
  },
  'report.count.files': {
    en: { one: '{count} file', other: '{count} files' },
    zh: '{count} 个文件',
  },
  'report.count.rules': {
    en: { one: '{count} rule', other: '{count} rules' },
    zh: '{count} 条规则',
  },
  'report.count.suppressed': {
    en: {
      one: '{count} further finding is accepted or suppressed; it is listed with its reason in a section of its own.',
      other:
        '{count} further findings are accepted or suppressed; they are listed with their reasons in a section of their own.',
    },
    zh: '另有 {count} 个发现项已被豁免或忽略，连同理由列在单独一节中。',
  },
  'report.summary.total': { en: 'Total', zh: '合计' },
  'report.summary.bar': {
    en: 'Open findings by severity: error {error}, warning {warning}, info {info}.',
    zh: '未处理的发现项按严重程度分布：错误 {error} 个，警告 {warning} 个，提示 {info} 个。',
  },
  'report.summary.counts': { en: 'Open findings', zh: '未处理的发现项' },
  'report.summary.because': { en: 'What the verdict rests on', zh: '结论的依据' },
  'report.summary.nothingLimits': {
    en: 'Nothing failed, and nothing limits this verdict.',
    zh: '没有不符合项，也没有限制本结论的因素。',
  },
  'report.summary.first': { en: 'Look at these first', zh: '首先处理' },
  'report.summary.firstItem': {
    en: '[{number}] {severity}: {message}',
    zh: '[{number}] {severity}：{message}',
  },
  'report.summary.more': {
    en: {
      one: '{count} more finding stands in the section Findings.',
      other: '{count} more findings stand in the section Findings.',
    },
    zh: '其余 {count} 个发现项见“发现项”一节。',
  },

  'report.scope': { en: 'Scope', zh: '范围' },
  'report.scope.audit': { en: 'This audit', zh: '审计信息' },
  'report.scope.objective': { en: 'Objective', zh: '审计目的' },
  'report.scope.objectiveValue': {
    en: 'To find out whether the process definitions satisfy the rulesets listed below.',
    zh: '核对流程定义是否满足下列规则集的要求。',
  },
  'report.scope.method': { en: 'Method', zh: '审计方法' },
  'report.scope.methodValue': {
    en: 'Document review by tool; no interviews, no observation of work.',
    zh: '由工具审阅文件；未进行访谈，未观察实际工作。',
  },
  'report.scope.criteria': { en: 'Audit criteria', zh: '审计准则' },
  'report.scope.criteriaValue': {
    en: 'The rulesets below; laws and standards with their editions stand with each finding.',
    zh: '下列规则集；各发现项另注明所依据的法律、标准及其版本。',
  },
  'report.scope.client': { en: 'Audit client', zh: '审计委托方' },
  'report.scope.team': { en: 'Audit team', zh: '审计组' },
  'report.scope.participants': { en: 'Participants', zh: '受审计方参与人员' },
  'report.scope.processes': { en: 'Processes', zh: '流程' },
  'report.scope.noProcesses': { en: 'No process was read.', zh: '没有读到任何流程。' },
  'report.scope.files': { en: 'Files', zh: '文件' },
  'report.scope.noFiles': { en: 'No file was read.', zh: '没有读取任何文件。' },
  'report.scope.noHash': {
    en: 'No hash: the file could not be read.',
    zh: '无哈希值：文件无法读取。',
  },
  'report.scope.noRulesets': { en: 'No ruleset was used.', zh: '没有使用任何规则集。' },
  'report.column.process': { en: 'Process', zh: '流程' },
  'report.column.version': { en: 'Version', zh: '版本' },
  'report.column.status': { en: 'Status', zh: '状态' },
  'report.column.organization': { en: 'Organization', zh: '组织' },
  'report.column.owner': { en: 'Owner', zh: '负责人' },
  'report.column.file': { en: 'File and SHA-256', zh: '文件及 SHA-256' },
  'report.column.ruleset': { en: 'Ruleset and SHA-256', zh: '规则集及 SHA-256' },
  'report.column.rule': { en: 'Rule', zh: '规则' },
  'report.column.pass': { en: 'Pass', zh: '通过' },
  'report.column.fail': { en: 'Fail', zh: '不通过' },
  'report.column.undecided': { en: 'Undecided', zh: '无法判定' },
  'report.column.place': { en: 'Place', zh: '位置' },
  'report.column.finding': { en: 'Finding', zh: '发现项' },
  'report.column.reason': { en: 'Reason', zh: '原因' },
  'report.column.criterion': { en: 'Criterion', zh: '验收标准' },
  'report.column.standard': { en: 'Standard, level', zh: '类别、级别' },
  'report.column.demand': { en: 'Demand', zh: '要求' },
  'report.column.verdict': { en: 'Verdict', zh: '结论' },
  'report.column.because': { en: 'Because', zh: '理由' },
  'report.column.term': { en: 'Term', zh: '术语' },
  'report.column.meaning': { en: 'Meaning', zh: '含义' },
  'report.file.checked': { en: 'Checked', zh: '已核对' },
  'report.file.skipped': { en: 'Skipped', zh: '已跳过' },
  'report.file.failed': { en: 'Failed', zh: '无法读取' },
  'report.status.draft': { en: 'Draft', zh: '草稿' },
  'report.status.review': { en: 'In review', zh: '评审中' },
  'report.status.active': { en: 'Active', zh: '生效' },
  'report.status.retired': { en: 'Retired', zh: '已停用' },

  'report.findings': { en: 'Findings', zh: '发现项' },
  'report.findings.none': { en: 'No findings.', zh: '没有发现项。' },
  'report.findings.count': {
    en: { one: '{count} open finding.', other: '{count} open findings, the severest first.' },
    zh: '未处理的发现项共 {count} 个，按严重程度由高到低排列。',
  },
  'report.findings.howToRead': {
    en: 'Each excerpt shows the place with its line numbers; ▶ marks the lines that the finding is about.',
    zh: '摘录列出所在位置的原文和行号，▶ 标出与发现项有关的行。',
  },
  'report.findings.group': { en: '{severity} ({count})', zh: '{severity}（{count}）' },
  'report.finding.place': { en: 'Place', zh: '位置' },
  'report.finding.path': { en: 'Path in the file', zh: '文件内路径' },
  'report.finding.wholeFile': { en: 'The whole file', zh: '整个文件' },
  'report.finding.document': {
    en: '{pointer} (document {number})',
    zh: '{pointer}（第 {number} 个文档）',
  },
  'report.finding.excerpt': { en: 'Excerpt', zh: '原文摘录' },
  'report.finding.noExcerpt': {
    en: 'The text of this file is not available.',
    zh: '没有该文件的原文。',
  },
  'report.finding.linesLeftOut': {
    en: 'The place goes on to line {line}.',
    zh: '该位置延续至第 {line} 行。',
  },
  'report.finding.charactersLeftOut': {
    en: '[{count} characters not shown]',
    zh: '〔此处 {count} 个字符未列出〕',
  },
  'report.finding.references': { en: 'References', zh: '依据' },
  'report.finding.reference': {
    en: '{law} Art. {article} (edition {edition})',
    zh: '{law} 第 {article} 条（{edition} 版）',
  },
  'report.finding.referenceWithoutEdition': {
    en: '{law} Art. {article} (edition not stated)',
    zh: '{law} 第 {article} 条（未注明版本）',
  },
  'report.finding.noReferences': {
    en: 'This rule rests on good practice and names no law or standard.',
    zh: '本规则依据通行做法，未引用法律或标准。',
  },
  'report.finding.unverified': {
    en: 'Not checked against the primary text.',
    zh: '未经原文核对。',
  },
  'report.finding.rationale': { en: 'Why', zh: '理由' },
  'report.finding.remedy': { en: 'What to do', zh: '处理建议' },
  'report.finding.related': { en: 'See also', zh: '相关位置' },
  'report.finding.relatedPlace': { en: '{place}: {message}', zh: '{place}：{message}' },
  'report.finding.fingerprint': { en: 'Fingerprint', zh: '指纹' },

  'report.suppressed': { en: 'Accepted and suppressed findings', zh: '已豁免或忽略的发现项' },
  'report.suppressed.none': {
    en: 'No finding was accepted or suppressed.',
    zh: '没有被豁免或忽略的发现项。',
  },
  'report.suppressed.waiver': { en: 'Waiver', zh: '豁免' },
  'report.suppressed.directive': { en: 'Comment in the file', zh: '文件内注释' },
  'report.suppressed.baseline': { en: 'Baseline', zh: '基线' },
  'report.suppressed.until': { en: 'Until {date}', zh: '有效期至 {date}' },
  'report.suppressed.noEnd': { en: 'No end date.', zh: '未规定有效期。' },

  'report.criteria': { en: 'Acceptance criteria', zh: '验收标准' },
  'report.criteria.none': {
    en: 'No process declares acceptance criteria.',
    zh: '没有流程声明验收标准。',
  },
  'report.criteria.noneHere': {
    en: 'This process declares no acceptance criteria.',
    zh: '该流程没有声明验收标准。',
  },
  'report.level.core': { en: 'Core', zh: '核心' },
  'report.level.optional': { en: 'Optional', zh: '可选' },
  'report.standard.functionality': { en: 'Functionality', zh: '功能' },
  'report.standard.performance': { en: 'Performance', zh: '性能' },
  'report.standard.usability': { en: 'Usability', zh: '易用性' },
  'report.standard.security': { en: 'Security', zh: '安全' },
  'report.standard.scalability': { en: 'Scalability', zh: '可扩展性' },
  'report.standard.documentation': { en: 'Documentation', zh: '文档' },
  'report.standard.training': { en: 'Training', zh: '培训' },
  'report.standard.satisfaction': { en: 'Satisfaction', zh: '满意度' },

  'report.rules': { en: 'Rules', zh: '规则' },
  'report.rules.intro': {
    en: 'Every rule of this audit with the number of places that it judged.',
    zh: '本次审计使用的全部规则，以及每条规则判定的次数。',
  },
  'report.rules.none': { en: 'No rule was used.', zh: '没有使用任何规则。' },
  'report.rules.notApplicable': { en: 'Not applicable', zh: '不适用' },
  'report.rules.error': { en: 'Could not finish', zh: '未能执行完毕' },

  'report.notAssessed': { en: 'What was not assessed, and why', zh: '未评估事项及原因' },
  'report.notAssessed.intro': {
    en: 'Nothing in this section counts as a pass.',
    zh: '本节所列事项均不视为通过。',
  },
  'report.notAssessed.rules': {
    en: 'Rules that found nothing to look at',
    zh: '没有可核对对象的规则',
  },
  'report.notAssessed.noRules': {
    en: 'Every rule found something to look at.',
    zh: '每条规则都有可核对的对象。',
  },
  'report.notAssessed.errors': { en: 'Rules that could not finish', zh: '未能执行完毕的规则' },
  'report.notAssessed.noErrors': { en: 'Every rule finished.', zh: '每条规则都已执行完毕。' },
  'report.notAssessed.files': {
    en: 'Files that were skipped or could not be read',
    zh: '已跳过或无法读取的文件',
  },
  'report.notAssessed.noFiles': { en: 'Every file was read.', zh: '所有文件均已读取。' },
  'report.notAssessed.undecided': { en: 'What could not be decided', zh: '无法判定的事项' },
  'report.notAssessed.noUndecided': {
    en: 'Everything that a rule looked at could be decided.',
    zh: '规则核对过的事项均已作出判定。',
  },
  'report.notAssessed.noReason': { en: 'No reason was given.', zh: '未说明原因。' },

  'report.limits': { en: 'Limits of this report', zh: '局限性声明' },
  'report.limits.definitions': {
    en: 'The tool checks what process definitions say. It does not observe the process in operation: a pass does not show that people work as defined.',
    zh: '本工具只核对流程定义中写明的内容，不观察流程的实际运行；结论为“通过”，不表示日常工作已按定义执行。',
  },
  'report.limits.sample': {
    en: 'The evidence is limited to the files listed under Scope and is a sample of what exists. Files, systems and people that are not listed were not audited; where nothing was found, a fault may still exist.',
    zh: '审计证据限于“范围”一节所列文件，只是全部信息的一个样本。未列出的文件、系统和人员不在审计之内；没有发现问题，不等于不存在问题。',
  },
  'report.limits.notAssessed': {
    en: 'What stands under “{section}” was neither passed nor failed and must not be counted as passed.',
    zh: '“{section}”一节所列事项既未判为通过，也未判为不通过，不得计入通过。',
  },
  'report.limits.asOf': {
    en: 'Expiry dates, deadlines and the laws in force were judged as of {asOf}. Later changes are not considered.',
    zh: '有效期、期限以及法律的施行情况均以 {asOf} 为准；此后的变化未予考虑。',
  },
  'report.limits.law': {
    en: 'Articles of law show what a rule rests on. Rules marked “Not checked against the primary text” have not been compared with the official wording. This report is no legal advice.',
    zh: '所列法律条款用于说明规则的依据。标有“未经原文核对”的规则，尚未与正式文本核对。本报告不构成法律意见。',
  },
  'report.limits.data': {
    en: 'The complete result is attached to this file as {name}. Its SHA-256 is {sha256}.',
    zh: '完整的审计结果以附件 {name} 嵌入本文件，其 SHA-256 为 {sha256}。',
  },
  'report.limits.signature': {
    en: 'The signature fields are empty when the report is made. A signature added later is a digital signature in the PKCS#7 format; it does not replace a seal where a seal is required.',
    zh: '报告生成时签名域为空。之后添加的签名为 PKCS#7 格式的数字签名；依规定应当盖章的，不能以此代替盖章。',
  },
  'report.limits.characters': {
    en: {
      one: '{count} character cannot be drawn or is invisible and is printed as its number: {list}.',
      other:
        '{count} characters cannot be drawn or are invisible and are printed as their numbers: {list}.',
    },
    zh: '有 {count} 种字符无法显示或不可见，以编号代替：{list}。',
  },

  'report.signOff': { en: 'Sign-off', zh: '签署' },
  'report.signOff.intro': {
    en: 'By signing, each person confirms that they have read this report and gives an opinion on its verdict. A difference of opinion that could not be settled is written down.',
    zh: '签署人确认已阅读本报告，并对审计结论发表意见。未能达成一致的意见，应当在此写明。',
  },
  'report.signOff.auditor': { en: 'Auditor', zh: '审计人员' },
  'report.signOff.owner': { en: 'Process owner', zh: '流程负责人' },
  'report.signOff.quality': { en: 'Quality manager', zh: '质量负责人' },
  'report.signOff.name': { en: 'Name', zh: '姓名' },
  'report.signOff.date': { en: 'Date', zh: '日期' },
  'report.signOff.opinion': { en: 'Opinion', zh: '意见' },
  'report.signOff.agree': { en: 'Agree', zh: '同意' },
  'report.signOff.reservations': { en: 'With reservations', zh: '有保留地同意' },
  'report.signOff.disagree': { en: 'Disagree', zh: '不同意' },
  'report.signOff.unable': { en: 'Unable to conclude', zh: '无法发表意见' },
  'report.signOff.differences': { en: 'Unsettled differences', zh: '未达成一致的意见' },
  'report.signOff.signature': { en: 'Signature', zh: '签字' },
  'report.signOff.signatureOf': { en: 'Signature: {role}', zh: '签字：{role}' },
  'report.signOff.seal': { en: 'Seal', zh: '盖章处' },

  'report.glossary': { en: 'Appendix: terms', zh: '附录：术语' },
  'report.term.rule': { en: 'Rule', zh: '规则' },
  'report.term.rule.meaning': {
    en: 'One statement about a process definition that can be checked. Its title says what is good.',
    zh: '关于流程定义的一条可核对的陈述；规则名称描述的是应有的状态。',
  },
  'report.term.ruleset': { en: 'Ruleset', zh: '规则集' },
  'report.term.ruleset.meaning': {
    en: 'A named selection of rules with their severities. Its SHA-256 shows exactly which one was used.',
    zh: '选定的一组规则及其严重程度；SHA-256 用于确认所用的规则集。',
  },
  'report.term.finding': { en: 'Finding', zh: '发现项' },
  'report.term.finding.meaning': {
    en: 'One place where a rule does not hold or cannot be decided.',
    zh: '某条规则不成立或无法判定的一处位置。',
  },
  'report.term.severity': { en: 'Severity', zh: '严重程度' },
  'report.term.severity.meaning': {
    en: 'How bad a finding is: error, warning or info.',
    zh: '发现项的轻重：错误、警告、提示。',
  },
  'report.term.fail': { en: 'Fail', zh: '不通过' },
  'report.term.fail.meaning': {
    en: 'For the audit: a rule does not hold in at least one open finding. For a rule: the places where it does not hold.',
    zh: '对整个审计而言：至少有一个未处理的发现项违反规则。对一条规则而言：违反该规则之处。',
  },
  'report.term.undecided': { en: 'Undecided', zh: '无法判定' },
  'report.term.undecided.meaning': {
    en: 'A field or a measurement is missing, so that nobody can tell. It is never counted as a pass.',
    zh: '缺少必要的字段或度量数据，因而无从判断；不计入通过。',
  },
  'report.term.pass': { en: 'Pass', zh: '通过' },
  'report.term.pass.meaning': {
    en: 'For the audit: no open finding fails, nothing is undecided, every rule finished and every file could be read.',
    zh: '对整个审计而言：没有未处理的不符合项，没有无法判定的事项，规则全部执行完毕，文件全部可读。',
  },
  'report.term.notApplicable': { en: 'Not applicable', zh: '不适用' },
  'report.term.notApplicable.meaning': {
    en: 'The rule found nothing that it speaks about.',
    zh: '没有规则所涉及的对象。',
  },
  'report.term.waiver': { en: 'Waiver', zh: '豁免' },
  'report.term.waiver.meaning': {
    en: 'An approved exception with a reason and an end date. The finding stays in the report.',
    zh: '经批准、写明理由并规定期限的例外；发现项仍列入报告。',
  },
  'report.term.baseline': { en: 'Baseline', zh: '基线' },
  'report.term.baseline.meaning': {
    en: 'The findings that were accepted on an earlier date.',
    zh: '在此前某一日期已被接受的发现项。',
  },
  'report.term.asOf': { en: 'As-of date', zh: '基准日' },
  'report.term.asOf.meaning': {
    en: 'The day on which expiry dates, deadlines and laws in force are judged.',
    zh: '判断有效期、期限和法律施行情况所依据的日期。',
  },
  'report.term.place': { en: 'Place', zh: '位置' },
  'report.term.place.meaning': {
    en: 'File, line and column, counted from 1; the path within the file leads to the same spot by names.',
    zh: '文件、行和列，均从 1 起计；文件内路径以名称指向同一处。',
  },
  'report.term.fingerprint': { en: 'Fingerprint', zh: '指纹' },
  'report.term.fingerprint.meaning': {
    en: 'Names a finding across audits, also when lines move.',
    zh: '在历次审计之间识别同一发现项的标识，行号变动不影响。',
  },
  'report.term.sha256': { en: 'SHA-256', zh: 'SHA-256' },
  'report.term.sha256.meaning': {
    en: 'A number computed from a file; a change of one character gives another number.',
    zh: '由文件内容算出的校验值；改动一个字符，校验值就会不同。',
  },
} satisfies Record<string, Message>;
