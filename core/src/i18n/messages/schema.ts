import type { Message } from '../text.ts';

/** What is wrong with the shape of a file; `value` and `key` are the author's own words. */
export const schemaMessages = {
  'schema.date.notReal': {
    en: '“{value}” under “{key}” is a day that no calendar has.',
    zh: '“{key}”的日期“{value}”不存在。',
  },
  'schema.empty': {
    en: '“{key}” has no value. Fill it in, or leave the field out.',
    zh: '“{key}”没有填写内容。请补充，或删去这个字段。',
  },
  'schema.empty.orNone': {
    en: '“{key}” has no value. Write none if there is none; leave the field out if you do not know.',
    zh: '“{key}”没有填写内容。确实没有请写 none；情况不明请删去这个字段。',
  },
  'schema.empty.text': {
    en: '“{key}” is an empty text. Fill it in, or leave the field out.',
    zh: '“{key}”是空文字。请补充，或删去这个字段。',
  },
  'schema.expects.amount': {
    en: '“{key}” needs a number, or an amount with its currency such as 500 CNY; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：数字，或带币种的金额（如 500 CNY）。',
  },
  'schema.expects.boolean': {
    en: '“{key}” needs true or false; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：true（是）或 false（否）。',
  },
  'schema.expects.booleanOrDate': {
    en: '“{key}” needs true, false or a date such as 2026-03-31; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：true、false，或日期（如 2026-03-31）。',
  },
  'schema.expects.booleanOrId': {
    en: '“{key}” needs true, false or an id; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：true、false，或一个标识。',
  },
  'schema.expects.booleanOrLength': {
    en: '“{key}” needs true, false or a length of time such as 30d; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：true、false，或时长（如 30d）。',
  },
  'schema.expects.booleanOrMapOrNone': {
    en: '“{key}” needs true, false, none, or the details as fields below it; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：true、false、none，或在其下逐项填写。',
  },
  'schema.expects.booleanOrText': {
    en: '“{key}” needs true, false or a text; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：true、false，或一段文字。',
  },
  'schema.expects.change': {
    en: '“{key}” needs a change in percent such as -5% or 3%; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：百分比变化（如 -5%、3%）。',
  },
  'schema.expects.check': {
    en: '“{key}” needs rule:<rule id>, document:<deliverable> or signoff:<role>; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：rule:<规则编号>、document:<交付物> 或 signoff:<角色>。',
  },
  'schema.expects.clockTime': {
    en: '“{key}” needs a time of day such as 09:00, in quotes; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：时刻（如 09:00，请加引号）。',
  },
  'schema.expects.country': {
    en: '“{key}” needs a country code such as CN or DE, a part such as US-CA, or EU or EEA (the United Kingdom is GB); “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：国家或地区代码（如 CN、DE），其下级（如 US-CA），或 EU、EEA；英国写 GB。',
  },
  'schema.expects.currency': {
    en: '“{key}” needs a currency code such as CNY; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：币种代码（如 CNY）。',
  },
  'schema.expects.date': {
    en: '“{key}” needs a date as year-month-day, such as 2026-03-31; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：日期，按“年-月-日”写，如 2026-03-31。',
  },
  'schema.expects.days': {
    en: '“{key}” needs a weekday or a range of them, such as mon or mon-fri; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：星期或星期范围（如 mon、mon-fri）。',
  },
  'schema.expects.event': {
    en: '“{key}” needs an event: case.created, <step>.started, <step>.completed, or {firstOf: [<step>, …]}; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：事件：case.created、<步骤>.started、<步骤>.completed，或 {firstOf: [<步骤>, …]}。',
  },
  'schema.expects.formula': {
    en: '“{key}” needs a formula such as mean(<sla>), p95(<sla>), share(met <sla>) or rate(<count>, <count>); “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：算法，如 mean(<时限>)、p95(<时限>)、share(met <时限>)、rate(<计数>, <计数>)。',
  },
  'schema.expects.holidays': {
    en: '“{key}” needs a country code such as CN, a list of dates, or none; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：国家代码（如 CN）、日期列表，或 none。',
  },
  'schema.expects.id': {
    en: '“{key}” needs an id: letters, digits, _ and - only; put a number in quotes; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：标识：只能用文字（含汉字）、数字、下划线和连字符；纯数字请加引号。',
  },
  'schema.expects.idOrList': {
    en: '“{key}” needs an id, or a list of them such as [a, b]; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：一个标识，或标识列表（如 [甲, 乙]）。',
  },
  'schema.expects.idOrListOrMap': {
    en: '“{key}” needs an id, a list of ids, or one of them for each regime; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：一个标识、标识列表，或按法域分别给出。',
  },
  'schema.expects.idOrMap': {
    en: '“{key}” needs an id, or the details as fields below it; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：一个标识，或在其下逐项填写。',
  },
  'schema.expects.integer': {
    en: '“{key}” needs a whole number; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：整数。',
  },
  'schema.expects.integerOrMap': {
    en: '“{key}” needs a whole number, or the details as fields below it; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：整数，或在其下逐项填写。',
  },
  'schema.expects.kebab': {
    en: '“{key}” needs a name of small letters, digits and hyphens; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：由小写字母、数字和连字符组成的名称。',
  },
  'schema.expects.keep': {
    en: '“{key}” needs a length of time such as 3y, or permanent; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：时长（如 3y），或 permanent（永久）。',
  },
  'schema.expects.language': {
    en: '“{key}” needs a language code such as zh or en; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：语言代码（如 zh、en）。',
  },
  'schema.expects.legalLimit': {
    en: '“{key}” needs a length of time such as 72h or 15wd, or one of the words immediately, without_undue_delay, promptly; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：时长（如 72h、15wd），或 immediately（立即）、without_undue_delay（不得无故拖延）、promptly（及时）。',
  },
  'schema.expects.length': {
    en: '“{key}” needs a length of time with its unit, such as 90s, 15min, 2h, 3d, 10wd or 2小时; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：带单位的时长，如 90s、15min、2h、3d、10wd、2小时。',
  },
  'schema.expects.line': {
    en: '“{key}” needs a text; put it in quotes if it looks like a number or like true; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：文字；形似数字或 true 的请加引号。',
  },
  'schema.expects.list': {
    en: '“{key}” needs a list, such as [a, b]; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：列表，如 [甲, 乙]。',
  },
  'schema.expects.listOrNone': {
    en: '“{key}” needs a list such as [a, b], or none; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：列表（如 [甲, 乙]），或 none。',
  },
  'schema.expects.map': {
    en: '“{key}” needs its details as fields below it; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：在其下逐项填写的内容。',
  },
  'schema.expects.mapNotList': {
    en: '“{key}” needs each entry under an id of its own instead of a list; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：以标识为键逐项列出，而不是列表。',
  },
  'schema.expects.mapOrList': {
    en: '“{key}” needs the details as fields below it, or a list of such entries; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：在其下逐项填写，或写成列表。',
  },
  'schema.expects.mapOrNone': {
    en: '“{key}” needs the details as fields below it, or none; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：在其下逐项填写的内容，或 none。',
  },
  'schema.expects.moment': {
    en: '“{key}” needs an event such as case.closed, or a word of your own with an underscore such as travel_completed; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：事件（如 case.closed），或带下划线的自定义词（如 travel_completed）。',
  },
  'schema.expects.money': {
    en: '“{key}” needs an amount with its currency, such as 500 CNY; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：带币种的金额，如 500 CNY。',
  },
  'schema.expects.moneyOrMap': {
    en: '“{key}” needs an amount with its currency such as 500 CNY, or one for each kind of decision; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：带币种的金额（如 500 CNY），或按事项分别给出。',
  },
  'schema.expects.moneyRate': {
    en: '“{key}” needs an amount per unit of time, such as 60 CNY/h; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：单位时间的金额，如 60 CNY/h。',
  },
  'schema.expects.number': {
    en: '“{key}” needs a number; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：数字。',
  },
  'schema.expects.numberOrList': {
    en: '“{key}” needs a number, or a list of times with their seats; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：数字，或按时段列出的人数。',
  },
  'schema.expects.path': {
    en: '“{key}” needs a path of field names with dots between them; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：以点号连接的字段路径。',
  },
  'schema.expects.percent': {
    en: '“{key}” needs a percentage such as 55%; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：百分比，如 55%。',
  },
  'schema.expects.percentOrLength': {
    en: '“{key}” needs a percentage such as 70%, or a length of time such as 30min; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：百分比（如 70%），或时长（如 30min）。',
  },
  'schema.expects.quantity': {
    en: '“{key}” needs a number, or a number with its unit such as 2h, 85% or 60 CNY; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：数字，或带单位的数值（如 2h、85%、60 CNY）。',
  },
  'schema.expects.rate': {
    en: '“{key}” needs a number per unit of time, such as 1200/d; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：单位时间的数量，如 1200/d。',
  },
  'schema.expects.rePrompt': {
    en: '“{key}” needs never, on_user_request, or a length of time such as 6mo; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：never（不再）、on_user_request（用户主动时），或时长（如 6mo）。',
  },
  'schema.expects.ruleId': {
    en: '“{key}” needs the id of a rule, such as sla/tiers-are-ordered; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：规则编号，如 sla/tiers-are-ordered。',
  },
  'schema.expects.spread': {
    en: '“{key}” needs a length of time such as 15min, or {min, likely, max}; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：时长（如 15min），或 {min, likely, max}。',
  },
  'schema.expects.statistic': {
    en: '“{key}” needs share, mean, max or a percentile such as p95; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：share、mean、max，或分位数（如 p95）。',
  },
  'schema.expects.text': {
    en: '“{key}” needs a text, or one for each language as {zh: …, en: …}; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：文字，或按语言给出 {zh: …, en: …}。',
  },
  'schema.expects.timezone': {
    en: '“{key}” needs a time zone of the IANA list, such as Asia/Shanghai; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：IANA 时区名，如 Asia/Shanghai。',
  },
  'schema.expects.url': {
    en: '“{key}” needs a web address that begins with https://; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：以 https:// 开头的网址。',
  },
  'schema.expects.version': {
    en: '“{key}” needs a version; put it in quotes if it has a dot, such as "2.10"; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：版本号；带小数点时请加引号，如 "2.10"。',
  },
  'schema.expects.window': {
    en: '“{key}” needs hours such as "09:00-12:00"; “{value}” does not fit.',
    zh: '“{key}”的值“{value}”不合要求，应为：时段，如 "09:00-12:00"。',
  },
  'schema.fullWidth': {
    en: '“{value}” under “{key}” has full-width or decomposed characters; write “{suggestion}”.',
    zh: '“{key}”的值“{value}”含有全角或组合字符，请改为“{suggestion}”。',
  },
  'schema.key.allowed': {
    en: '“{key}” is not a field of “{parent}”. Its fields are {allowed}.',
    zh: '“{parent}”没有“{key}”这个字段，可写的字段有：{allowed}。',
  },
  'schema.key.characters': {
    en: '“{key}” cannot be an id: write letters, digits, _ and - only, and begin with a letter or digit.',
    zh: '“{key}”不能作为标识：只能用文字（含汉字）、数字、下划线和连字符，并以文字或数字开头。',
  },
  'schema.key.file': {
    en: '“{key}” does not belong in this file; it belongs in {file}.',
    zh: '“{key}”不属于本文件，应写在 {file} 中。',
  },
  'schema.key.flat': {
    en: '“{key}” is not used here: move what stands below it to the left margin.',
    zh: '不使用“{key}”这一层：请把其下的内容移到最左侧，与 kind 对齐。',
  },
  'schema.key.law': {
    en: '“{key}” is not used here: “rulesets” in flowaudit.yaml choose the rules, and declared facts decide which laws apply.',
    zh: '流程文件不写“{key}”：规则由 flowaudit.yaml 的 rulesets 选择，适用哪些法律由申报的事实决定。',
  },
  'schema.key.missing': {
    en: '“{parent}” lacks the field “{missing}”.',
    zh: '“{parent}”缺少必填字段“{missing}”。',
  },
  'schema.key.missingBeside': {
    en: '“{parent}” has “{beside}” and so needs “{missing}”, too.',
    zh: '“{parent}”填写了“{beside}”，还须填写“{missing}”。',
  },
  'schema.key.place': {
    en: '“{key}” cannot stand here; it belongs at “{path}”.',
    zh: '“{key}”不应写在这里，应写在“{path}”。',
  },
  'schema.key.ruleId': {
    en: '“{key}” is not the id of a rule: write folder/name, or folder/* for all rules of a folder.',
    zh: '“{key}”不是规则编号：应写成“目录/名称”，整个目录写“目录/*”。',
  },
  'schema.key.suggest': {
    en: '“{key}” is not a field that can stand here. Did you mean “{suggestion}”?',
    zh: '这里不能写“{key}”。是否想写“{suggestion}”？',
  },
  'schema.key.unknown': {
    en: '“{key}” is not a field of “{parent}”. Check the spelling, or begin a field of your own with x-.',
    zh: '“{parent}”没有“{key}”这个字段。请检查拼写；自定义字段请以 x- 开头。',
  },
  'schema.length.minute': {
    en: '“{value}” under “{key}” may mean minutes or months. Write min or mo in place of m.',
    zh: '“{key}”的“{value}”可能是分钟，也可能是月。分钟请写 min，月请写 mo。',
  },
  'schema.length.noUnit': {
    en: '“{key}: {value}” has no unit. Write {value}min, {value}h, {value}d or {value}wd (working days).',
    zh: '“{key}: {value}”没有单位。请写明，如 {value}min（分钟）、{value}h（小时）、{value}d（天）、{value}wd（工作日）。',
  },
  'schema.list.long': {
    en: '“{key}” has too many entries; {limit} are allowed.',
    zh: '“{key}”的条目太多，最多 {limit} 项。',
  },
  'schema.list.short': {
    en: '“{key}” has too few entries; it needs {limit}.',
    zh: '“{key}”的条目太少，至少需要 {limit} 项。',
  },
  'schema.map.empty': {
    en: '“{key}” is empty; write at least one field below it.',
    zh: '“{key}”下面是空的，请至少填写一项。',
  },
  'schema.money.noCurrency': {
    en: '“{key}: {value}” lacks the currency; write {value} CNY or another one.',
    zh: '“{key}: {value}”缺少币种，请写成 {value} CNY 等形式。',
  },
  'schema.number.high': {
    en: '“{value}” under “{key}” is too large; the most is {limit}.',
    zh: '“{key}”的值“{value}”太大，最大为 {limit}。',
  },
  'schema.number.low': {
    en: '“{value}” under “{key}” is too small; the least is {limit}.',
    zh: '“{key}”的值“{value}”太小，最小为 {limit}。',
  },
  'schema.percent.noSign': {
    en: '“{key}: {value}” lacks the percent sign; write {suggestion}.',
    zh: '“{key}: {value}”缺少百分号，请写成 {suggestion}。',
  },
  'schema.unitTwice': {
    en: '“{key}: {value}” has a unit, and the field “unit” gives one, too. Keep one of them.',
    zh: '“{key}: {value}”已带单位，又填写了 unit 字段，请只保留一处。',
  },
  'schema.word.apiVersion': {
    en: '“{value}” is a version of the format that this program does not read; write “{allowed}”.',
    zh: '本程序不支持格式版本“{value}”，请写“{allowed}”。',
  },
  'schema.word.list': {
    en: '“{value}” is not a word for “{key}”. Possible are {allowed}.',
    zh: '“{key}”不能取“{value}”。可用的词有：{allowed}。',
  },
  'schema.word.listOrOwn': {
    en: '“{value}” is not a word for “{key}”. Possible are {allowed}, or a word of your own that begins with x-.',
    zh: '“{key}”不能取“{value}”。可用的词有：{allowed}，自定义的词须以 x- 开头。',
  },
  'schema.word.one': {
    en: '“{key}” must be “{allowed}”, not “{value}”.',
    zh: '“{key}”应为“{allowed}”，而不是“{value}”。',
  },
  'schema.word.some': {
    en: '“{value}” is not a word for “{key}”. There are {total} words, such as {allowed}.',
    zh: '“{key}”不能取“{value}”。可用的词共 {total} 个，例如 {allowed}。',
  },
  'schema.word.suggest': {
    en: '“{value}” is not a word for “{key}”. Did you mean “{suggestion}”?',
    zh: '“{key}”不能取“{value}”。是否想写“{suggestion}”？',
  },
  'schema.word.suggestOf': {
    en: '“{value}” is not a word for “{key}”. Did you mean “{suggestion}”? Possible are {allowed}.',
    zh: '“{key}”不能取“{value}”。是否想写“{suggestion}”？可用的词有：{allowed}。',
  },
  'schema.word.suggestOrOwn': {
    en: '“{value}” is not a word for “{key}”. Did you mean “{suggestion}”? Possible are {allowed}, or a word of your own that begins with x-.',
    zh: '“{key}”不能取“{value}”。是否想写“{suggestion}”？可用的词有：{allowed}，自定义的词须以 x- 开头。',
  },
} satisfies Record<string, Message>;
