import type { Message } from '../text.ts';

/** What the command line says, and why a file or a configuration could not be used. */
export const cliMessages = {
  'cli.about': {
    en: 'Checks business process definitions: SLAs, privacy law, acceptance criteria, structure and arithmetic.',
    zh: '检查业务流程定义：服务时限、个人信息保护法律、验收标准、流程结构和数字是否自洽。',
  },
  'cli.usage': { en: 'Usage:', zh: '用法：' },
  'cli.arguments': { en: 'Arguments:', zh: '参数：' },
  'cli.options': { en: 'Options:', zh: '选项：' },
  'cli.commands': { en: 'Commands:', zh: '命令：' },
  'cli.default': { en: 'default: {value}', zh: '默认：{value}' },
  'cli.choices': { en: 'one of: {values}', zh: '可选值：{values}' },
  'cli.help': { en: 'show this help', zh: '显示本帮助' },
  'cli.version': { en: 'show the version', zh: '显示版本号' },
  'cli.check': {
    en: 'check files and folders, print the findings',
    zh: '检查文件和文件夹，输出发现项',
  },
  'cli.report': {
    en: 'check, and write a PDF report to sign and archive',
    zh: '检查并生成可签署、可归档的 PDF 报告',
  },
  'cli.analyze': {
    en: 'work out times, staffing and availability of a process, and whether its promises can be kept',
    zh: '推算流程的用时、人力和可用率，判断承诺能否兑现',
  },
  'cli.whatIf': {
    en: 'work out once more with a value changed, such as roles.frontline.onShift=18 (repeatable)',
    zh: '把某个值改掉再推算一遍，例如 roles.frontline.onShift=18（可重复）',
  },
  'cli.analyzeExit': {
    en: 'Exit codes: 0 worked out; 2 a file, an option or a path cannot be used; 3 a fault of the program.',
    zh: '退出码：0 推算完成；2 文件、选项或路径无法使用；3 程序自身出错。',
  },
  'cli.whatIfForm': {
    en: '“{value}” is no change: write path=value, such as roles.frontline.onShift=18.',
    zh: '“{value}”不是有效的调整：请写成“路径=值”，例如 roles.frontline.onShift=18。',
  },
  'cli.whatIfUnknown': {
    en: 'No file has “{path}”: nothing stands there that could be changed{closest}.',
    zh: '文件中没有“{path}”，没有可以调整的值{closest}。',
  },
  'cli.whatIfValue': {
    en: '“{value}” cannot stand at {path}: {reason}',
    zh: '{path} 不能写“{value}”：{reason}',
  },
  'cli.analyzeFaults': {
    en: '{path} has {count} faults that keep it from being read in full; run “flowaudit check” and repair them first.',
    zh: '{path} 有 {count} 处错误，无法完整读取；请先运行“flowaudit check”并修正。',
  },
  'cli.analyzeFailed': {
    en: '{path} cannot be read: {reason}',
    zh: '{path} 无法读取：{reason}',
  },
  'cli.coverage': {
    en: 'show which articles of a law rules look at, and who must look at the others',
    zh: '列出一部法律的各条由哪些规则检查，其余由谁人工核查',
  },
  'cli.law': {
    en: 'one law, such as pipl or gdpr (default: an overview of all)',
    zh: '某一部法律，例如 pipl、gdpr（默认列出全部法律的概况）',
  },
  'cli.noSuchLaw': {
    en: 'there is no law “{name}”. Known are: {known}.',
    zh: '没有“{name}”这部法律。可以使用：{known}。',
  },
  'cli.explain': {
    en: 'explain a rule: why it exists, how to fix, examples',
    zh: '说明一条规则：为什么要有、怎样整改、示例',
  },
  'cli.init': { en: 'write the files of a first process', zh: '生成第一个流程的文件' },
  'cli.folder': {
    en: 'where to (default: the working folder)',
    zh: '写到哪个文件夹（默认：当前文件夹）',
  },
  'cli.rules': { en: 'look up rules', zh: '查阅规则' },
  'cli.rulesList': { en: 'list all rules', zh: '列出全部规则' },
  'cli.initExists': {
    en: '{path} exists already; nothing was written.',
    zh: '{path} 已存在，未写入任何文件。',
  },
  'cli.initNext': {
    en: 'Next: describe your steps in the process file, then run “flowaudit check {folder}”.',
    zh: '接下来：在流程文件中写下自己的步骤，再运行“flowaudit check {folder}”。',
  },
  'cli.paths': {
    en: 'files, folders or quoted patterns (default: the working folder)',
    zh: '文件、文件夹或加引号的通配模式（默认：当前文件夹）',
  },
  'cli.rule': {
    en: 'a rule id, such as sla/escalates-before-breach',
    zh: '规则编号，例如 sla/escalates-before-breach',
  },
  'cli.format': { en: 'form of the output', zh: '输出格式' },
  'cli.output': {
    en: 'write to this file instead of standard output',
    zh: '写入指定文件，而不是标准输出',
  },
  'cli.outputPdf': { en: 'the PDF file to write', zh: '要写入的 PDF 文件' },
  'cli.force': {
    en: 'replace an existing file that is no output of flowaudit',
    zh: '即使目标不是 flowaudit 生成的文件，也予以替换',
  },
  'cli.pdf': { en: 'write a PDF (the only form so far)', zh: '生成 PDF（目前唯一的格式）' },
  'cli.failOn': {
    en: 'lowest severity that makes exit code 1 (default: flowaudit.yaml, else error)',
    zh: '达到该严重程度即返回退出码 1（默认取 flowaudit.yaml，否则为 error）',
  },
  'cli.locale': {
    en: 'language of the output (default: flowaudit.yaml, else en)',
    zh: '输出语言（默认取 flowaudit.yaml，否则为 en）',
  },
  'cli.asOf': {
    en: 'date on which deadlines and laws are judged (default: flowaudit.yaml, else today in UTC)',
    zh: '按哪一天判断期限和法律效力（默认取 flowaudit.yaml，否则为 UTC 当日）',
  },
  'cli.config': {
    en: 'use this file instead of each flowaudit.yaml',
    zh: '用该文件代替各处的 flowaudit.yaml',
  },
  'cli.exitCodes': {
    en: 'Exit codes: 0 nothing open; 1 a finding closes the gate; 2 something could not be checked; 3 a fault in flowaudit.',
    zh: '退出码：0 无未处理事项；1 有发现项不放行；2 有内容无法检查；3 flowaudit 自身故障。',
  },
  'cli.error': { en: 'flowaudit: {text}', zh: 'flowaudit：{text}' },
  'cli.seeHelp': { en: 'See flowaudit --help.', zh: '请看 flowaudit --help --locale zh。' },
  'cli.unknownCommand': { en: 'there is no command “{name}”.', zh: '没有“{name}”这个命令。' },
  'cli.unknownOption': { en: 'there is no option “{name}”.', zh: '没有“{name}”这个选项。' },
  'cli.optionValue': { en: '“{name}” needs a value.', zh: '“{name}”后面要写一个值。' },
  'cli.argumentMissing': { en: '“{name}” is missing.', zh: '缺少“{name}”。' },
  'cli.tooManyArguments': { en: 'too many arguments.', zh: '参数过多。' },
  'cli.optionChoice': {
    en: '“{name}” must be one of: {values}.',
    zh: '“{name}”只能是：{values}。',
  },
  'cli.badDate': {
    en: '“{value}” is no date such as 2026-03-31.',
    zh: '“{value}”不是 2026-03-31 这样的日期。',
  },
  'cli.noSuchRule': { en: 'there is no rule “{id}”.', zh: '没有“{id}”这条规则。' },
  'cli.noSuchRuleset': { en: 'there is no ruleset “{id}”.', zh: '没有“{id}”这个规则集。' },
  'cli.unknownRule': {
    en: 'there is no rule “{id}”. The nearest is “{suggestion}”.',
    zh: '没有“{id}”这条规则。最接近的是“{suggestion}”。',
  },
  'cli.unknownRuleset': {
    en: 'there is no ruleset “{id}”. The nearest is “{suggestion}”.',
    zh: '没有“{id}”这个规则集。最接近的是“{suggestion}”。',
  },
  'cli.globMatchesNothing': {
    en: '“{pattern}” matches no file.',
    zh: '“{pattern}”没有匹配到任何文件。',
  },
  'cli.includeMatchesNothing': {
    en: '{path}: include “{pattern}” matches no file.',
    zh: '{path}：include 中的“{pattern}”没有匹配到任何文件。',
  },
  'cli.configMissing': {
    en: 'there is no configuration file {path}.',
    zh: '没有配置文件 {path}。',
  },
  'cli.configUnreadable': {
    en: '{path} cannot be read. Check its access rights.',
    zh: '{path} 无法读取，请检查访问权限。',
  },
  'cli.configHeader': {
    en: 'a configuration begins with “apiVersion: flowaudit/v1” and “kind: Config”.',
    zh: '配置文件须以“apiVersion: flowaudit/v1”和“kind: Config”开头。',
  },
  'cli.asOfDiffers': {
    en: 'the checked folders state different as-of dates ({dates}). Give one with --as-of.',
    zh: '所检查的文件夹规定了不同的基准日（{dates}）。请用 --as-of 指定一个。',
  },
  'cli.nothingToCheck': {
    en: 'there is nothing to check: no process or organisation file was found.',
    zh: '没有可检查的内容：未找到流程文件或组织文件。',
  },
  'cli.file.missing': { en: 'The file does not exist.', zh: '文件不存在。' },
  'cli.file.unreadable': {
    en: 'The file cannot be read ({reason}). Check its access rights.',
    zh: '文件无法读取（{reason}），请检查访问权限。',
  },
  'cli.file.excluded': {
    en: 'Left out by include or exclude in flowaudit.yaml.',
    zh: '被 flowaudit.yaml 的 include 或 exclude 排除。',
  },
  'cli.file.noHeader': {
    en: 'Not a FlowAudit file: it does not begin with “apiVersion: flowaudit/v1”.',
    zh: '不是 FlowAudit 文件：开头没有“apiVersion: flowaudit/v1”。',
  },
  'cli.file.headerMissing': {
    en: 'The file must begin with “apiVersion: flowaudit/v1” and “kind:” with one of Process, Organization, Evidence, Waivers, Config.',
    zh: '文件须以“apiVersion: flowaudit/v1”开头，并写明“kind:”，取值为 Process、Organization、Evidence、Waivers、Config 之一。',
  },
  'cli.file.partHeaderMissing': {
    en: 'The lines “---” divide the file into parts. Part {number} does not begin with “apiVersion: flowaudit/v1” and “kind:” with one of Process, Organization, Evidence, Waivers, Config.',
    zh: '文件被“---”分成几个部分，其中第 {number} 部分没有以“apiVersion: flowaudit/v1”开头并写明“kind:”，取值为 Process、Organization、Evidence、Waivers、Config 之一。',
  },
  'cli.outputFolder': {
    en: '{path} is a folder; name a file to write.',
    zh: '{path} 是文件夹，请指定要写入的文件。',
  },
  'cli.outputInput': {
    en: '{path} is one of the checked files and is not overwritten.',
    zh: '{path} 是被检查的文件，不会被覆盖。',
  },
  'cli.outputForeign': {
    en: '{path} exists and is no output of flowaudit. Choose another name, or replace it with --force.',
    zh: '{path} 已存在，且不是 flowaudit 生成的文件。请换个名称，或用 --force 替换。',
  },
  'cli.outputFailed': {
    en: '{path} cannot be written ({reason}).',
    zh: '{path} 无法写入（{reason}）。',
  },
  'cli.wrote': { en: 'Wrote {path}.', zh: '已写入 {path}。' },
  'cli.rulesMissing': {
    en: 'the rules are missing; reinstall flowaudit, or run “npm run build”.',
    zh: '规则文件缺失，请重新安装 flowaudit，或运行“npm run build”。',
  },
  'cli.bug': {
    en: 'flowaudit has a fault of its own. Nothing was decided. Please report this text:',
    zh: 'flowaudit 自身发生故障，未得出任何结论。请反馈以下内容：',
  },
  'cli.skippedFolders': {
    en: {
      one: '{count} folder or link was not entered (node_modules, dot folders, links that lead outside).',
      other:
        '{count} folders or links were not entered (node_modules, dot folders, links that lead outside).',
    },
    zh: '有 {count} 个文件夹或链接未进入（node_modules、以点开头的文件夹、指向外部的链接）。',
  },
  'cli.severity.error': { en: 'error', zh: '错误' },
  'cli.severity.warning': { en: 'warning', zh: '警告' },
  'cli.severity.info': { en: 'info', zh: '提示' },
  'cli.outcome.fail': { en: 'does not hold', zh: '不符合' },
  'cli.outcome.undecided': { en: 'undecided', zh: '无法判定' },
  'cli.outcome.error': { en: 'rule failed', zh: '规则未能执行' },
  'cli.verdict.pass': { en: 'pass', zh: '通过' },
  'cli.verdict.fail': { en: 'fail', zh: '不通过' },
  'cli.verdict.undecided': { en: 'undecided', zh: '无法判定' },
  'cli.text.failed': { en: 'not checked: {reason}', zh: '未检查：{reason}' },
  'cli.text.suppressed': { en: 'suppressed: {reason}', zh: '已豁免：{reason}' },
  'cli.text.unverified': { en: 'not checked against the primary text', zh: '未经原文核对' },
  'cli.text.files': {
    en: 'Files: {checked} checked, {skipped} skipped, {failed} failed. As of {asOf}.',
    zh: '文件：已检查 {checked} 个，跳过 {skipped} 个，未能检查 {failed} 个。基准日：{asOf}。',
  },
  'cli.text.findings': {
    en: 'Findings: {error} error, {warning} warning, {info} info; {suppressed} suppressed.',
    zh: '发现项：错误 {error} 条，警告 {warning} 条，提示 {info} 条；已豁免 {suppressed} 条。',
  },
  'cli.text.evaluations': {
    en: 'Checks: {pass} pass, {fail} fail, {undecided} undecided; {notApplicable} rules had nothing to check, {error} could not finish.',
    zh: '检查：通过 {pass} 项，不符合 {fail} 项，无法判定 {undecided} 项；{notApplicable} 条规则无检查对象，{error} 条规则未能执行完毕。',
  },
  'cli.text.verdict': { en: 'Verdict: {verdict}. {because}', zh: '结论：{verdict}。{because}' },
} satisfies Record<string, Message>;
