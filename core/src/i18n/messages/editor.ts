import type { Message } from '../text.ts';

/** What the editor and the rule pages say. */
export const editorMessages = {
  'editor.page.rationale': { en: 'Why', zh: '为什么' },
  'editor.page.remedy': { en: 'How to fix it', zh: '怎样整改' },
  'editor.page.references': { en: 'Under which article', zh: '依据' },
  // The colon stays outside the asterisks: before a Chinese character they would not close.
  'editor.hover.part': { en: '**{label}**: {text}', zh: '**{label}**：{text}' },
  'editor.page.examples': { en: 'Examples', zh: '示例' },
  'editor.page.marks': {
    en: 'A line marked `# fail` gets a finding, one marked `# undecided` cannot be decided, all others are good.',
    zh: '标有 `# fail` 的行会产生发现项，标有 `# undecided` 的行无法判定，其余各行符合要求。',
  },
  'editor.page.appliesFrom': { en: 'In force from {date}.', zh: '自 {date} 起施行。' },
  'editor.page.until': { en: 'In force until {date}.', zh: '有效期至 {date}。' },
  'editor.page.builtin': {
    en: 'FlowAudit itself raises this; it cannot be suppressed.',
    zh: '本项由 FlowAudit 自身提出，不能豁免。',
  },
  'editor.page.suppress': { en: 'How to accept one place', zh: '怎样接受个别例外' },
  'editor.page.suppressHow': {
    en: 'Write above the line, with your reason: `# flowaudit-disable-next-line {rule} -- reason`',
    zh: '在该行上方写明理由：`# flowaudit-disable-next-line {rule} -- 理由`',
  },
  'editor.suppress.reason': { en: 'accepted because …', zh: '接受理由：……' },
  'editor.suppress.title': {
    en: 'Accept here, with a reason ({rule})',
    zh: '接受此处例外并写明理由（{rule}）',
  },
  'editor.status.none': { en: 'no findings', zh: '无发现项' },
  'editor.status.some': {
    en: { one: '{count} finding', other: '{count} findings' },
    zh: '{count} 条发现项',
  },
  'editor.status.open': { en: 'Open the findings', zh: '查看发现项' },
  'editor.hint.visits': { en: '{visits} × a case', zh: '每件 {visits} 次' },
  'editor.hint.load': { en: 'load {load}, {verdict}', zh: '负荷 {load}，{verdict}' },
  'editor.analysis.nothing': {
    en: 'Open a process file first; the numbers are those of the file in front.',
    zh: '请先打开一个流程文件，推算针对当前文件进行。',
  },
  'editor.analysis.open': { en: 'Show all numbers', zh: '查看全部推算' },
  'editor.unknownRule': { en: 'There is no rule {rule}.', zh: '没有 {rule} 这条规则。' },
  'editor.export.title': { en: 'Exporting the audit report', zh: '正在导出审计报告' },
  'editor.export.save': { en: 'Save the report', zh: '保存报告' },
  'editor.export.filter': { en: 'PDF document', zh: 'PDF 文档' },
  'editor.export.done': { en: 'The report was written to {path}.', zh: '报告已写入 {path}。' },
  'editor.export.open': { en: 'Open', zh: '打开' },
  'editor.export.failed': {
    en: 'The report was not written: {reason}',
    zh: '报告未能生成：{reason}',
  },
  'editor.export.nothing': {
    en: 'Open a process file first; the report covers the file in front.',
    zh: '请先打开一个流程文件，报告针对当前文件生成。',
  },
  'editor.export.unsaved': {
    en: 'The report covers saved files only, because it records their SHA-256. Save {path} first?',
    zh: '报告记录文件的 SHA-256，只针对已保存的内容。要先保存 {path} 吗？',
  },
  'editor.export.saveAndExport': { en: 'Save and Export', zh: '保存并导出' },
} satisfies Record<string, Message>;
