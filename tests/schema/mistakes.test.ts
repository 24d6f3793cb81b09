import { describe, expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { locatePointer } from '../../core/src/document/places.ts';
import { translate } from '../../core/src/i18n/translate.ts';
import { validateShape, type ShapeKind } from '../../core/src/schema/validate.ts';

const heads: Readonly<Partial<Record<ShapeKind, string>>> = {
  Process: 'apiVersion: flowaudit/v1\nkind: Process\nid: p\nname: P\nstart: a\n',
  Organization: 'apiVersion: flowaudit/v1\nkind: Organization\nid: o\n',
  Evidence: 'apiVersion: flowaudit/v1\nkind: Evidence\nid: e\nprocess: p\n',
  Waivers: 'apiVersion: flowaudit/v1\nkind: Waivers\n',
  Config: 'apiVersion: flowaudit/v1\nkind: Config\n',
};
const steps = 'steps: { a: { type: end } }\n';

function faultsIn(kind: ShapeKind, text: string) {
  const needsSteps = kind === 'Process' && !/^steps:/m.test(text);
  const file = parse('a.yaml', `${heads[kind] ?? ''}${needsSteps ? steps : ''}${text}`);
  const [document] = file.documents;
  if (document === undefined) throw new Error('there is no document');
  return validateShape(kind, document.value).map((fault) => {
    const { span } = locatePointer(document, fault.pointer, fault.about);
    return { ...fault, underlined: file.text.slice(span.start, span.end) };
  });
}

interface Mistake {
  readonly what: string;
  readonly kind?: ShapeKind;
  readonly text: string;
  readonly code: string;
  readonly pointer: string;
  readonly about: 'key' | 'value';
  /** The words of the file that are underlined, and so must stand in both sentences. */
  readonly names: string;
  readonly en: string;
  readonly zh: string;
}

const mistakes: readonly Mistake[] = [
  {
    what: 'a misspelt key',
    text: 'steps: { a: { type: end, chanels: [] } }',
    code: 'schema.key.suggest',
    pointer: '/steps/a/chanels',
    about: 'key',
    names: 'chanels',
    en: '“chanels” is not a field that can stand here. Did you mean “channels”?',
    zh: '这里不能写“chanels”。是否想写“channels”？',
  },
  {
    what: 'a key in another style',
    text: 'steps: { a: { type: end, on_failure: { goto: a } } }',
    code: 'schema.key.suggest',
    pointer: '/steps/a/on_failure',
    about: 'key',
    names: 'on_failure',
    en: '“on_failure” is not a field that can stand here. Did you mean “onFailure”?',
    zh: '这里不能写“on_failure”。是否想写“onFailure”？',
  },
  {
    what: 'a key one level too high',
    text: 'steps: { a: { type: end, within: 2h } }',
    code: 'schema.key.place',
    pointer: '/steps/a/within',
    about: 'key',
    names: 'within',
    en: '“within” cannot stand here; it belongs at “sla.within”.',
    zh: '“within”不应写在这里，应写在“sla.within”。',
  },
  {
    what: 'a key one level too low',
    text: 'steps: { a: { type: task, next: [{ to: a, loop: { max: 2, probability: 10% } }] } }',
    code: 'schema.key.place',
    pointer: '/steps/a/next/0/loop/probability',
    about: 'key',
    names: 'probability',
    en: '“probability” cannot stand here; it belongs at “steps.<id>.next[].probability”.',
    zh: '“probability”不应写在这里，应写在“steps.<id>.next[].probability”。',
  },
  {
    what: 'a key of another file',
    text: 'rights: {}',
    code: 'schema.key.file',
    pointer: '/rights',
    about: 'key',
    names: 'rights',
    en: '“rights” does not belong in this file; it belongs in organization.yaml.',
    zh: '“rights”不属于本文件，应写在 organization.yaml 中。',
  },
  {
    what: 'a level that the format does not have',
    text: 'spec: {}',
    code: 'schema.key.flat',
    pointer: '/spec',
    about: 'key',
    names: 'spec',
    en: '“spec” is not used here: move what stands below it to the left margin.',
    zh: '不使用“spec”这一层：请把其下的内容移到最左侧，与 kind 对齐。',
  },
  {
    what: 'laws named in a process',
    text: 'jurisdictions: [CN]',
    code: 'schema.key.law',
    pointer: '/jurisdictions',
    about: 'key',
    names: 'jurisdictions',
    en: '“jurisdictions” is not used here: “rulesets” in flowaudit.yaml choose the rules, and declared facts decide which laws apply.',
    zh: '流程文件不写“jurisdictions”：规则由 flowaudit.yaml 的 rulesets 选择，适用哪些法律由申报的事实决定。',
  },
  {
    what: 'an unknown key where few are allowed',
    text: 'consents: { c: { withdrawal: { colour: blue } } }',
    code: 'schema.key.allowed',
    pointer: '/consents/c/withdrawal/colour',
    about: 'key',
    names: 'colour',
    en: '“colour” is not a field of “withdrawal”. Its fields are channels, effort, then, within.',
    zh: '“withdrawal”没有“colour”这个字段，可写的字段有：channels, effort, then, within。',
  },
  {
    what: 'an unknown key where many are allowed',
    text: 'steps: { a: { type: end, 颜色: 蓝 } }',
    code: 'schema.key.unknown',
    pointer: '/steps/a/颜色',
    about: 'key',
    names: '颜色',
    en: '“颜色” is not a field of “a”. Check the spelling, or begin a field of your own with x-.',
    zh: '“a”没有“颜色”这个字段。请检查拼写；自定义字段请以 x- 开头。',
  },
  {
    what: 'a key with a slash in an id',
    text: 'roles: { 客服/一线: { name: 一线 } }',
    code: 'schema.key.characters',
    pointer: '/roles/客服~1一线',
    about: 'key',
    names: '客服/一线',
    en: '“客服/一线” cannot be an id: write letters, digits, _ and - only, and begin with a letter or digit.',
    zh: '“客服/一线”不能作为标识：只能用文字（含汉字）、数字、下划线和连字符，并以文字或数字开头。',
  },
  {
    what: 'a rule id without its folder',
    kind: 'Config',
    text: 'rules: { verb-object-names: off }',
    code: 'schema.key.ruleId',
    pointer: '/rules/verb-object-names',
    about: 'key',
    names: 'verb-object-names',
    en: '“verb-object-names” is not the id of a rule: write folder/name, or folder/* for all rules of a folder.',
    zh: '“verb-object-names”不是规则编号：应写成“目录/名称”，整个目录写“目录/*”。',
  },
  {
    what: 'a missing key of a step',
    text: 'steps: { a: { name: A } }',
    code: 'schema.key.missing',
    pointer: '/steps/a',
    about: 'key',
    names: 'a',
    en: '“a” lacks the field “type”.',
    zh: '“a”缺少必填字段“type”。',
  },
  {
    what: 'a missing key of a list item, named by what the item calls itself',
    kind: 'Evidence',
    text: 'measurements: [{ metric: nps }]',
    code: 'schema.key.missing',
    pointer: '/measurements/0',
    about: 'key',
    names: 'nps',
    en: '“nps” lacks the field “value”.',
    zh: '“nps”缺少必填字段“value”。',
  },
  {
    what: 'a key that another one asks for',
    text: 'steps: { a: { type: task, time: { work: { min: 2min } } } }',
    code: 'schema.key.missingBeside',
    pointer: '/steps/a/time/work',
    about: 'key',
    names: 'work',
    en: '“work” has “min” and so needs “max”, too.',
    zh: '“work”填写了“min”，还须填写“max”。',
  },
  {
    what: 'a policy without what its kind asks for',
    text: 'policies: [{ kind: segregated }]',
    code: 'schema.key.missing',
    pointer: '/policies/0',
    about: 'key',
    names: 'segregated',
    en: '“segregated” lacks the field “steps”.',
    zh: '“segregated”缺少必填字段“steps”。',
  },
  {
    what: 'a key without value',
    text: 'owner:',
    code: 'schema.empty',
    pointer: '/owner',
    about: 'key',
    names: 'owner',
    en: '“owner” has no value. Fill it in, or leave the field out.',
    zh: '“owner”没有填写内容。请补充，或删去这个字段。',
  },
  {
    what: 'a key without value where there may be none',
    kind: 'Organization',
    text: 'officers: { dpo: }',
    code: 'schema.empty.orNone',
    pointer: '/officers/dpo',
    about: 'key',
    names: 'dpo',
    en: '“dpo” has no value. Write none if there is none; leave the field out if you do not know.',
    zh: '“dpo”没有填写内容。确实没有请写 none；情况不明请删去这个字段。',
  },
  {
    what: 'an empty text',
    text: 'purpose: ""',
    code: 'schema.empty.text',
    pointer: '/purpose',
    about: 'key',
    names: 'purpose',
    en: '“purpose” is an empty text. Fill it in, or leave the field out.',
    zh: '“purpose”是空文字。请补充，或删去这个字段。',
  },
  {
    what: 'a duration without unit',
    text: 'slas: { s: { within: 4 } }',
    code: 'schema.length.noUnit',
    pointer: '/slas/s/within',
    about: 'value',
    names: '4',
    en: '“within: 4” has no unit. Write 4min, 4h, 4d or 4wd (working days).',
    zh: '“within: 4”没有单位。请写明，如 4min（分钟）、4h（小时）、4d（天）、4wd（工作日）。',
  },
  {
    what: 'a bare m in a duration',
    text: 'slas: { s: { within: 5m } }',
    code: 'schema.length.minute',
    pointer: '/slas/s/within',
    about: 'value',
    names: '5m',
    en: '“5m” under “within” may mean minutes or months. Write min or mo in place of m.',
    zh: '“within”的“5m”可能是分钟，也可能是月。分钟请写 min，月请写 mo。',
  },
  {
    what: 'a duration in words',
    text: 'slas: { s: { within: two hours } }',
    code: 'schema.expects.length',
    pointer: '/slas/s/within',
    about: 'value',
    names: 'two hours',
    en: '“within” needs a length of time with its unit, such as 90s, 15min, 2h, 3d, 10wd or 2小时; “two hours” does not fit.',
    zh: '“within”的值“two hours”不合要求，应为：带单位的时长，如 90s、15min、2h、3d、10wd、2小时。',
  },
  {
    what: 'full-width digits',
    text: 'slas: { s: { within: ２小时 } }',
    code: 'schema.fullWidth',
    pointer: '/slas/s/within',
    about: 'value',
    names: '２小时',
    en: '“２小时” under “within” has full-width or decomposed characters; write “2小时”.',
    zh: '“within”的值“２小时”含有全角或组合字符，请改为“2小时”。',
  },
  {
    what: 'a map where a duration belongs',
    text: 'slas: { s: { within: { hours: 2 } } }',
    code: 'schema.expects.length',
    pointer: '/slas/s/within',
    about: 'key',
    names: 'within',
    en: '“within” needs a length of time with its unit, such as 90s, 15min, 2h, 3d, 10wd or 2小时; “{…}” does not fit.',
    zh: '“within”的值“{…}”不合要求，应为：带单位的时长，如 90s、15min、2h、3d、10wd、2小时。',
  },
  {
    what: 'a share as a bare number',
    text: 'channels: { app: { share: 0.55 } }',
    code: 'schema.percent.noSign',
    pointer: '/channels/app/share',
    about: 'value',
    names: '0.55',
    en: '“share: 0.55” lacks the percent sign; write 55%.',
    zh: '“share: 0.55”缺少百分号，请写成 55%。',
  },
  {
    what: 'a percentage without its sign',
    text: 'channels: { app: { share: 55 } }',
    code: 'schema.percent.noSign',
    pointer: '/channels/app/share',
    about: 'value',
    names: '55',
    en: '“share: 55” lacks the percent sign; write 55%.',
    zh: '“share: 55”缺少百分号，请写成 55%。',
  },
  {
    what: 'money without currency',
    text: 'roles: { r: { authority: { compensation: 500 } } }',
    code: 'schema.money.noCurrency',
    pointer: '/roles/r/authority/compensation',
    about: 'value',
    names: '500',
    en: '“compensation: 500” lacks the currency; write 500 CNY or another one.',
    zh: '“compensation: 500”缺少币种，请写成 500 CNY 等形式。',
  },
  {
    what: 'a day that does not exist',
    text: 'effectiveFrom: 2026-02-30',
    code: 'schema.date.notReal',
    pointer: '/effectiveFrom',
    about: 'value',
    names: '2026-02-30',
    en: '“2026-02-30” under “effectiveFrom” is a day that no calendar has.',
    zh: '“effectiveFrom”的日期“2026-02-30”不存在。',
  },
  {
    what: 'a quarter where a date belongs',
    text: 'milestones: [{ id: m8, by: 2026-Q6 }]',
    code: 'schema.expects.date',
    pointer: '/milestones/0/by',
    about: 'value',
    names: '2026-Q6',
    en: '“by” needs a date as year-month-day, such as 2026-03-31; “2026-Q6” does not fit.',
    zh: '“by”的值“2026-Q6”不合要求，应为：日期，按“年-月-日”写，如 2026-03-31。',
  },
  {
    what: 'a country code that is none',
    kind: 'Organization',
    text: 'markets: [CN, UK]',
    code: 'schema.expects.country',
    pointer: '/markets/1',
    about: 'value',
    names: 'UK',
    en: '“markets” needs a country code such as CN or DE, a part such as US-CA, or EU or EEA (the United Kingdom is GB); “UK” does not fit.',
    zh: '“markets”的值“UK”不合要求，应为：国家或地区代码（如 CN、DE），其下级（如 US-CA），或 EU、EEA；英国写 GB。',
  },
  {
    what: 'a time zone that does not exist',
    text: 'calendars: { c: { timezone: Asia/Peking, week: {} } }',
    code: 'schema.expects.timezone',
    pointer: '/calendars/c/timezone',
    about: 'value',
    names: 'Asia/Peking',
    en: '“timezone” needs a time zone of the IANA list, such as Asia/Shanghai; “Asia/Peking” does not fit.',
    zh: '“timezone”的值“Asia/Peking”不合要求，应为：IANA 时区名，如 Asia/Shanghai。',
  },
  {
    what: 'a misspelt word of a short list',
    text: 'status: actve',
    code: 'schema.word.suggestOf',
    pointer: '/status',
    about: 'value',
    names: 'actve',
    en: '“actve” is not a word for “status”. Did you mean “active”? Possible are draft, review, active, retired.',
    zh: '“status”不能取“actve”。是否想写“active”？可用的词有：draft, review, active, retired。',
  },
  {
    what: 'a meaning in place of its word',
    text: 'status: 已生效',
    code: 'schema.word.suggestOf',
    pointer: '/status',
    about: 'value',
    names: '已生效',
    en: '“已生效” is not a word for “status”. Did you mean “active”? Possible are draft, review, active, retired.',
    zh: '“status”不能取“已生效”。是否想写“active”？可用的词有：draft, review, active, retired。',
  },
  {
    what: 'a foreign word of a short list',
    text: 'status: 完成',
    code: 'schema.word.list',
    pointer: '/status',
    about: 'value',
    names: '完成',
    en: '“完成” is not a word for “status”. Possible are draft, review, active, retired.',
    zh: '“status”不能取“完成”。可用的词有：draft, review, active, retired。',
  },
  {
    what: 'a foreign word of a long list',
    text: 'data: { d: { category: telefax } }',
    code: 'schema.word.some',
    pointer: '/data/d/category',
    about: 'value',
    names: 'telefax',
    en: '“telefax” is not a word for “category”. There are 81 words, such as identity, identity.name, identity.dob_age, identity.gender_title, identity.nationality, gov_id, gov_id.number, gov_id.image.',
    zh: '“category”不能取“telefax”。可用的词共 81 个，例如 identity, identity.name, identity.dob_age, identity.gender_title, identity.nationality, gov_id, gov_id.number, gov_id.image。',
  },
  {
    what: 'a word of a long list, in a place that also takes a list of them',
    text: 'purposes: { p: { category: marketing.direkt } }',
    code: 'schema.word.suggest',
    pointer: '/purposes/p/category',
    about: 'value',
    names: 'marketing.direkt',
    en: '“marketing.direkt” is not a word for “category”. Did you mean “marketing.direct”?',
    zh: '“category”不能取“marketing.direkt”。是否想写“marketing.direct”？',
  },
  {
    what: 'a word where own words are allowed',
    text: 'slas: { s: { pause: [waiting_custmer] } }',
    code: 'schema.word.suggestOrOwn',
    pointer: '/slas/s/pause/0',
    about: 'value',
    names: 'waiting_custmer',
    en: '“waiting_custmer” is not a word for “pause”. Did you mean “waiting_customer”? Possible are waiting_customer, waiting_supplier, waiting_authority, or a word of your own that begins with x-.',
    zh: '“pause”不能取“waiting_custmer”。是否想写“waiting_customer”？可用的词有：waiting_customer, waiting_supplier, waiting_authority，自定义的词须以 x- 开头。',
  },
  {
    what: 'a word of ours that fits nothing',
    text: 'slas: { s: { pause: [lunch] } }',
    code: 'schema.word.listOrOwn',
    pointer: '/slas/s/pause/0',
    about: 'value',
    names: 'lunch',
    en: '“lunch” is not a word for “pause”. Possible are waiting_customer, waiting_supplier, waiting_authority, or a word of your own that begins with x-.',
    zh: '“pause”不能取“lunch”。可用的词有：waiting_customer, waiting_supplier, waiting_authority，自定义的词须以 x- 开头。',
  },
  {
    what: 'a word for false where none is meant',
    text: 'data: { d: { masking: false } }',
    code: 'schema.word.suggestOf',
    pointer: '/data/d/masking',
    about: 'value',
    names: 'false',
    en: '“false” is not a word for “masking”. Did you mean “none”? Possible are none, partial, full.',
    zh: '“masking”不能取“false”。是否想写“none”？可用的词有：none, partial, full。',
  },
  {
    what: 'a place that takes one word only',
    kind: 'Rule',
    text: 'confidence: sure\nid: a/b\nseverity: info\nbuiltin: true\ntitle: &t { zh: 甲, en: A }\nmessage: *t\nrationale: *t\nremedy: *t\n',
    code: 'schema.word.one',
    pointer: '/confidence',
    about: 'value',
    names: 'sure',
    en: '“confidence” must be “unverified”, not “sure”.',
    zh: '“confidence”应为“unverified”，而不是“sure”。',
  },
  {
    what: 'a yes where true belongs',
    text: 'channels: { app: { encrypted: 是 } }',
    code: 'schema.expects.boolean',
    pointer: '/channels/app/encrypted',
    about: 'value',
    names: '是',
    en: '“encrypted” needs true or false; “是” does not fit.',
    zh: '“encrypted”的值“是”不合要求，应为：true（是）或 false（否）。',
  },
  {
    what: 'one id where a list belongs',
    text: 'steps: { a: { type: end, channels: app } }',
    code: 'schema.expects.list',
    pointer: '/steps/a/channels',
    about: 'value',
    names: 'app',
    en: '“channels” needs a list, such as [a, b]; “app” does not fit.',
    zh: '“channels”的值“app”不合要求，应为：列表，如 [甲, 乙]。',
  },
  {
    what: 'steps as a list',
    text: 'steps: [{ id: a, type: end }]',
    code: 'schema.expects.mapNotList',
    pointer: '/steps',
    about: 'key',
    names: 'steps',
    en: '“steps” needs each entry under an id of its own instead of a list; “[…]” does not fit.',
    zh: '“steps”的值“[…]”不合要求，应为：以标识为键逐项列出，而不是列表。',
  },
  {
    what: 'a word where fields or none belong',
    kind: 'Organization',
    text: 'officers: { dpo: Li }',
    code: 'schema.expects.mapOrNone',
    pointer: '/officers/dpo',
    about: 'value',
    names: 'Li',
    en: '“dpo” needs the details as fields below it, or none; “Li” does not fit.',
    zh: '“dpo”的值“Li”不合要求，应为：在其下逐项填写的内容，或 none。',
  },
  {
    what: 'an id with a space',
    text: 'owner: team lead',
    code: 'schema.expects.id',
    pointer: '/owner',
    about: 'value',
    names: 'team lead',
    en: '“owner” needs an id: letters, digits, _ and - only; put a number in quotes; “team lead” does not fit.',
    zh: '“owner”的值“team lead”不合要求，应为：标识：只能用文字（含汉字）、数字、下划线和连字符；纯数字请加引号。',
  },
  {
    what: 'a version that YAML reads as a number',
    text: 'version: 2.1',
    code: 'schema.expects.version',
    pointer: '/version',
    about: 'value',
    names: '2.1',
    en: '“version” needs a version; put it in quotes if it has a dot, such as "2.10"; “2.1” does not fit.',
    zh: '“version”的值“2.1”不合要求，应为：版本号；带小数点时请加引号，如 "2.10"。',
  },
  {
    what: 'a number below the least',
    text: 'risks: [{ id: r, likelihood: 0 }]',
    code: 'schema.number.low',
    pointer: '/risks/0/likelihood',
    about: 'value',
    names: '0',
    en: '“0” under “likelihood” is too small; the least is 1.',
    zh: '“likelihood”的值“0”太小，最小为 1。',
  },
  {
    what: 'a number above the most',
    text: 'risks: [{ id: r, impact: 6 }]',
    code: 'schema.number.high',
    pointer: '/risks/0/impact',
    about: 'value',
    names: '6',
    en: '“6” under “impact” is too large; the most is 5.',
    zh: '“impact”的值“6”太大，最大为 5。',
  },
  {
    what: 'too few entries',
    text: 'kpis: { k: { scale: [0] } }',
    code: 'schema.list.short',
    pointer: '/kpis/k/scale',
    about: 'key',
    names: 'scale',
    en: '“scale” has too few entries; it needs 2.',
    zh: '“scale”的条目太少，至少需要 2 项。',
  },
  {
    what: 'too many entries',
    text: 'kpis: { k: { scale: [0, 5, 10] } }',
    code: 'schema.list.long',
    pointer: '/kpis/k/scale',
    about: 'key',
    names: 'scale',
    en: '“scale” has too many entries; 2 are allowed.',
    zh: '“scale”的条目太多，最多 2 项。',
  },
  {
    what: 'a text in no language',
    text: 'purpose: {}',
    code: 'schema.map.empty',
    pointer: '/purpose',
    about: 'key',
    names: 'purpose',
    en: '“purpose” is empty; write at least one field below it.',
    zh: '“purpose”下面是空的，请至少填写一项。',
  },
  {
    what: 'a unit in the value and beside it',
    text: 'kpis: { k: { unit: h, target: 2h } }',
    code: 'schema.unitTwice',
    pointer: '/kpis/k/target',
    about: 'value',
    names: '2h',
    en: '“target: 2h” has a unit, and the field “unit” gives one, too. Keep one of them.',
    zh: '“target: 2h”已带单位，又填写了 unit 字段，请只保留一处。',
  },
  {
    what: 'a formula that is none',
    text: 'kpis: { k: { formula: sum(a) } }',
    code: 'schema.expects.formula',
    pointer: '/kpis/k/formula',
    about: 'value',
    names: 'sum(a)',
    en: '“formula” needs a formula such as mean(<sla>), p95(<sla>), share(met <sla>) or rate(<count>, <count>); “sum(a)” does not fit.',
    zh: '“formula”的值“sum(a)”不合要求，应为：算法，如 mean(<时限>)、p95(<时限>)、share(met <时限>)、rate(<计数>, <计数>)。',
  },
];

describe.each(mistakes)('$what', (mistake) => {
  const { kind = 'Process', text, code, pointer, about, names, en, zh } = mistake;
  const [fault, ...others] = faultsIn(kind, text);
  if (fault === undefined) throw new Error('no fault was found');

  test('is one fault, at its place', () => {
    expect(others).toEqual([]);
    expect({ code: fault.code, pointer: fault.pointer, about: fault.about }).toEqual({
      code,
      pointer,
      about,
    });
  });

  test('is underlined', () => {
    expect(fault.underlined).toBe(names);
  });

  test('is said in both languages with the words of the file', () => {
    expect(translate('en', fault.code, fault.data)).toBe(en);
    expect(translate('zh', fault.code, fault.data)).toBe(zh);
    expect(en).toContain(names);
    expect(zh).toContain(names);
  });
});

test('a missing key at the root is named beside the id', () => {
  const [document] = parse('a.yaml', heads.Process ?? '').documents;
  expect(validateShape('Process', document?.value)).toEqual([
    {
      code: 'schema.key.missing',
      pointer: '',
      missing: 'steps',
      about: 'key',
      data: { parent: 'p', missing: 'steps' },
    },
  ]);
});

test('another version of the format is a fault of its own', () => {
  const head = { apiVersion: 'flowaudit/v2', kind: 'Config' };
  const [fault] = validateShape('Config', head);
  expect(fault && translate('en', fault.code, fault.data)).toBe(
    '“flowaudit/v2” is a version of the format that this program does not read; write “flowaudit/v1”.',
  );
});

test('faults come in the order of the file', () => {
  const text =
    'slas: { s: { within: 4 } }\nowner: a b\nsteps: { a: { type: end, next: [{ when: x }] } }';
  expect(faultsIn('Process', text).map(({ pointer }) => pointer)).toEqual([
    '/slas/s/within',
    '/owner',
    '/steps/a/next/0',
  ]);
});

test('keys that begin with x- are free everywhere', () => {
  const text =
    'x-a: 1\nroles: { x-b: 2, r: { x-c: { d: [] } } }\nsteps: { a: { type: end, x-e: } }';
  expect(faultsIn('Process', text)).toEqual([]);
});

test('an unknown legal basis is left to the law rules', () => {
  expect(faultsIn('Process', 'purposes: { p: { basis: { cn: legitimate_interest } } }')).toEqual(
    [],
  );
});
