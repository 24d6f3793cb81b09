import type { Message } from '../text.ts';

/** Sentences about a text itself. `{text}`, `{key}` and `{above}` are words of the file. */
export const documentMessages = {
  // The file as a whole
  'document.empty': {
    en: 'This file is empty. A FlowAudit file begins with “apiVersion: flowaudit/v1” and “kind: …”.',
    zh: '文件没有内容。FlowAudit 文件的开头应是“apiVersion: flowaudit/v1”和“kind: …”。',
  },
  'document.tooLarge': {
    en: 'This file has {size} MB; files of up to {limit} MB are read. Split it into several files.',
    zh: '文件大小为 {size} MB，超过了 {limit} MB 的上限。请拆分成几个文件。',
  },
  'document.binary': {
    en: 'This is no text file but binary data. Export or save it as a text file in YAML.',
    zh: '这不是文本文件，而是二进制数据。请另存为 YAML 格式的文本文件。',
  },
  'document.utf16': {
    en: 'This file is saved as {encoding}, not UTF-8. Save it as UTF-8; in VS Code, click the encoding in the status bar and choose “Save with Encoding”, then “UTF-8”.',
    zh: '文件的编码是 {encoding}，不是 UTF-8。请改存为 UTF-8：在 VS Code 中点击状态栏上的编码，选择“通过编码保存”，再选“UTF-8”。',
  },
  'document.gb18030': {
    en: 'This file is not saved as UTF-8 but, it seems, as GB18030 (GBK). In VS Code, click the encoding in the status bar, choose “Reopen with Encoding” and “GB18030”, check that the text reads well, then “Save with Encoding” and “UTF-8”.',
    zh: '文件的编码不是 UTF-8，看起来是 GB18030（GBK）。请在 VS Code 中点击状态栏上的编码，先选“通过编码重新打开”并选“GB18030”，确认文字显示正常后，再选“通过编码保存”并选“UTF-8”。',
  },
  'document.unknownEncoding': {
    en: 'This file is not saved as UTF-8 but in another encoding. In VS Code, click the encoding in the status bar, choose “Reopen with Encoding” until the text reads well, then “Save with Encoding” and “UTF-8”.',
    zh: '文件的编码不是 UTF-8。请在 VS Code 中点击状态栏上的编码，用“通过编码重新打开”找到文字显示正常的编码，再选“通过编码保存”并选“UTF-8”。',
  },
  'document.tooManyAliases': {
    en: 'The aliases (*name) of this file stand for more than {limit} values, which no process needs. Write the values out, or remove aliases that contain one another.',
    zh: '文件中的别名（*名称）展开后超过 {limit} 个值，流程文件不应如此。请直接写出内容，或去掉层层嵌套的别名。',
  },
  'document.tooDeep': {
    en: 'Maps and lists stand in one another here more than {limit} levels deep. Check for a repeated “- ” or “[”.',
    zh: '此处的嵌套超过了 {limit} 层。请检查是否多写了“- ”或“[”。',
  },
  'document.textOnly': {
    en: 'This file holds text but no “key: value” lines. A FlowAudit file begins with “apiVersion: flowaudit/v1” and “kind: …”.',
    zh: '文件中只有文字，没有“键: 值”形式的内容。FlowAudit 文件的开头应是“apiVersion: flowaudit/v1”和“kind: …”。',
  },

  // Full-width and invisible characters
  'document.wideColon': {
    en: 'The colon after “{key}” is full-width (：), which YAML takes for text. Write “{key}: ” with an ASCII colon and a space.',
    zh: '“{key}”后面是全角冒号“：”，YAML 会把它当作文字。请改为半角冒号加一个空格：“{key}: ”。',
  },
  'document.wideColonOrText': {
    en: 'If “{key}” is a key, write “{key}: ” with an ASCII colon and a space; YAML takes the full-width colon (：) for text. If the line continues the text above, indent it deeper than the key of that text.',
    zh: '如果“{key}”是键，请把全角冒号“：”改为半角冒号加一个空格：“{key}: ”；如果这一行是上文文字的延续，请比那段文字的键缩进更多。',
  },
  'document.wideComma': {
    en: 'This comma is full-width (，), which YAML takes for text. Between entries write an ASCII comma and a space.',
    zh: '这里是全角逗号“，”，YAML 会把它当作文字。各项之间请用半角逗号加一个空格。',
  },
  'document.wideQuote': {
    en: 'YAML takes the curly quotation mark {character} for a letter. Write straight ones around the text: "…".',
    zh: 'YAML 不把中文引号 {character} 当作引号。请改用半角引号把文字括起来："…"。',
  },
  'document.wideBracket': {
    en: 'The bracket “{character}” is full-width, which YAML takes for text. Write “{ascii}”.',
    zh: '“{character}”是全角括号，YAML 会把它当作文字。请改为半角的“{ascii}”。',
  },
  'document.wideSpace': {
    en: 'Here stands a full-width space, which YAML takes for a letter. Replace it by an ordinary space.',
    zh: '这里是全角空格，YAML 会把它当作文字。请改为半角空格。',
  },
  'document.invisibleSpace': {
    en: 'Here stands a special space ({character}), often copied from a web page or document, which YAML takes for a letter. Delete it and type an ordinary space.',
    zh: '这里有一个特殊空格（{character}），多半是从网页或文档中复制来的，YAML 会把它当作文字。请删除后重新输入普通空格。',
  },
  'document.controlCharacter': {
    en: 'Here stands an invisible control character ({character}), which no YAML file may hold. Delete it.',
    zh: '这里有一个不可见的控制字符（{character}），YAML 文件中不允许出现。请将它删除。',
  },

  // Keys, values and lists
  'document.commaCutsValue': {
    en: 'The comma cuts this text in two: “{text}”. Put the whole text in quotes ("…"), or use “、” or “，” instead of the comma.',
    zh: '半角逗号把这段文字切成了两段：“{text}”。请给整段文字加上半角引号（"…"），或改用“、”“，”。',
  },
  'document.keyWithoutValue': {
    en: '“{key}” has no colon and no value: between { } every entry reads “key: value”. A plain list stands between [ ].',
    zh: '“{key}”后面没有冒号和值：花括号 { } 里的每一项都应写成“键: 值”。单纯的列表请用方括号 [ ]。',
  },
  'document.keyWithoutColon': {
    en: '“{text}” is neither “key: value” nor a list item “- …”. Add the colon and a space; if it continues the text above, indent it deeper than the key of that text.',
    zh: '“{text}”既不是“键: 值”，也不是“- ”开头的列表项。请补上冒号和空格；如果它是上一行文字的延续，请比那一行的键缩进更多。',
  },
  'document.duplicateKey': {
    en: 'The key “{key}” stands twice in the same place, and only one of the two counts. Rename or remove one.',
    zh: '同一处的键“{key}”写了两次，只有一个会生效。请改名或删除其中一个。',
  },
  'document.missingSpaceAfterColon': {
    en: 'After the colon of “{key}” a space is missing. Write “{key}: …”.',
    zh: '“{key}”的冒号后面缺少空格。请写成“{key}: …”。',
  },
  'document.missingSpaceAfterDash': {
    en: 'After the “-” a space is missing. Write “- {text}”.',
    zh: '“-”后面缺少空格。请写成“- {text}”。',
  },
  'document.keyIsCollection': {
    en: 'Here a map or list stands where a key is expected: “{text}”. If it is text, put it in quotes.',
    zh: '这里本应是键，却写成了映射或列表：“{text}”。如果是文字，请加上半角引号。',
  },
  'document.keyOverLines': {
    en: 'A key and its colon must stand on one line: “{text}”.',
    zh: '键和冒号必须写在同一行：“{text}”。',
  },
  'document.keyTooLong': {
    en: 'This key is longer than 1024 characters: “{text}”. Check whether a colon stands in the middle of a text, and put the text in quotes.',
    zh: '这个键超过了 1024 个字符：“{text}”。请检查是否是一段文字中间出现了冒号，并给这段文字加上半角引号。',
  },
  'document.colonInText': {
    en: 'The text “{text}” contains a colon and a space, which YAML takes for a key. Put the text in quotes ("…"), or use the full-width colon “：”.',
    zh: '文字“{text}”中含有半角冒号加空格，YAML 会把它当作键。请给这段文字加上半角引号（"…"），或改用全角冒号“：”。',
  },
  'document.leadingCharacter': {
    en: 'A value may not begin with “{character}” without quotes: “{text}”. Put it in quotes ("…").',
    zh: '值不能直接以“{character}”开头：“{text}”。请加上半角引号（"…"）。',
  },
  'document.template': {
    en: '“{text}” is a placeholder that was not filled in; YAML takes it for a map. Fill it in, or put it in quotes ("…").',
    zh: '“{text}”是没有填写的模板占位符，YAML 会把它当作映射。请填入实际内容，或加上半角引号（"…"）。',
  },
  'document.textDocument': {
    en: 'This part of the file, parted by “---”, is only text: “{text}”. Write “key: value” lines or remove it.',
    zh: '由“---”分隔的这一部分只有文字：“{text}”。请写成“键: 值”的形式，或将其删除。',
  },

  // Quotes and brackets
  'document.unclosedQuote': {
    en: 'The quotation mark {quote} opens here and is never closed. Add {quote} at the end of the text.',
    zh: '这里的引号 {quote} 没有结束。请在文字末尾补上 {quote}。',
  },
  'document.unclosedBracket': {
    en: 'The bracket “{bracket}” opens here and is never closed. Add “{closing}” at the end, and indent its lines deeper than the key.',
    zh: '这里的括号“{bracket}”没有结束。请在末尾补上“{closing}”，括号内的各行须比所属的键缩进更多。',
  },
  'document.wrongBracket': {
    en: '“{found}” stands here, but the open bracket is “{bracket}”. Close it first with “{closing}”.',
    zh: '这里写的是“{found}”，但前面打开的是“{bracket}”。请先用“{closing}”把它结束。',
  },
  'document.strayBracket': {
    en: 'The bracket “{bracket}” closes nothing. Remove it, or add the “{opening}” that is missing before; if it is text, put it in quotes.',
    zh: '括号“{bracket}”没有对应的“{opening}”。请将它删除，或在前面补上“{opening}”；如果是文字，请加上半角引号。',
  },
  'document.textAfterQuote': {
    en: 'After the closing quotation mark stands more text: {text}. Put the whole text in one pair of quotes; write a quotation mark within "…" as \\".',
    zh: '引号结束后还有文字：{text}。请用一对半角引号括住整段文字；在 "…" 内部要写引号时，写成 \\"。',
  },
  'document.textAfterBracket': {
    en: 'After the closing bracket the line goes on: {text}. Remove a bracket that closes too early, or put the whole text in quotes.',
    zh: '右括号后面还有内容：{text}。请检查括号是否结束得过早；如果整个是一段文字，请加上半角引号。',
  },
  'document.missingComma': {
    en: 'Before “{text}” a comma is missing. Between { } or [ ] a comma and a space part the entries.',
    zh: '“{text}”前面缺少逗号。{ } 或 [ ] 中的各项之间须用半角逗号加空格隔开。',
  },
  'document.missingCommaOrQuotes': {
    en: 'In “{text}” either a comma before the key is missing, or the text contains a colon and needs quotes ("…").',
    zh: '“{text}”中，要么键前面缺少逗号，要么文字含有冒号而需要加半角引号（"…"）。',
  },
  'document.emptyItem': {
    en: 'Nothing stands before this comma. Remove it, or write what is missing.',
    zh: '这个逗号前面没有内容。请删除多余的逗号，或补上缺少的内容。',
  },
  'document.dashInBrackets': {
    en: 'Between { } and [ ] no item begins with “-”. Part the items by commas.',
    zh: '{ } 或 [ ] 中的项不能以“-”开头。请用半角逗号隔开各项。',
  },
  'document.blockInBrackets': {
    en: 'Between { } or [ ] these lines cannot be read: “{text}”. Part the entries by commas.',
    zh: '{ } 或 [ ] 中的这些内容无法识别：“{text}”。请用半角逗号隔开各项。',
  },

  // Indentation
  'document.tab': {
    en: 'This line is indented with a tab; YAML allows only spaces. Replace the tabs by spaces (in VS Code: “Convert Indentation to Spaces”).',
    zh: '这一行用制表符（Tab）缩进，而 YAML 只允许空格。请把制表符换成空格（在 VS Code 中可用“将缩进转换为空格”）。',
  },
  'document.badIndentation': {
    en: '“{key}” does not line up with the keys around it. Give it the same number of spaces as the keys it belongs to.',
    zh: '“{key}”与前后的键没有对齐。请让它与同一层的键缩进相同的空格数。',
  },
  'document.deeperThanValue': {
    en: '“{key}” is indented deeper than “{above}”, which already has a value on its line. Line it up with “{above}”, or remove that value.',
    zh: '“{key}”比“{above}”缩进更多，但“{above}”所在行已经有值。请与“{above}”对齐，或去掉那个值。',
  },
  'document.listIndentation': {
    en: 'This “-” does not line up with a list. Give all items of a list the same indentation.',
    zh: '这个“-”没有与列表对齐。同一列表的各项缩进必须相同。',
  },
  'document.listBehindKey': {
    en: 'The list of “{key}” must begin on a line of its own. Move “- …” to the next line and indent it.',
    zh: '“{key}”的列表必须另起一行。请把“- …”移到下一行并缩进。',
  },
  'document.nestedOnOneLine': {
    en: '“{text}” cannot be read as a value here: a map or list begins on a line of its own, or stands in brackets.',
    zh: '“{text}”在这里不能作为值：映射或列表要么另起一行，要么写在括号里。',
  },
  'document.indentation': {
    en: 'The indentation does not fit here: “{text}”. Line it up with what it belongs to.',
    zh: '此处缩进不正确：“{text}”。请与它所属的内容对齐。',
  },

  // The rarer signs of YAML
  'document.unknownAlias': {
    en: '“{text}” repeats what is marked with “&” and the same name above, and there is no such mark. If it is text, put it in quotes ("…").',
    zh: '“{text}”会被当作对上文锚点（& 加同一名称）的引用，但上文没有这个锚点。如果是文字，请加上半角引号（"…"）。',
  },
  'document.aliasInsideItself': {
    en: '“{text}” stands inside the very map or list that it repeats. Write out what is meant.',
    zh: '“{text}”出现在它所引用的内容自身之中。请直接写出所指的内容。',
  },
  'document.mergeOfNoMap': {
    en: 'After “<<:” must stand the alias of a map (*name), or a list of such aliases.',
    zh: '“<<:”后面必须是映射的别名（*名称），或由这样的别名组成的列表。',
  },
  'document.tag': {
    en: '“{text}” at the beginning of a value is a sign of YAML that FlowAudit does not know. If it is text, put the value in quotes.',
    zh: '值开头的“{text}”是 YAML 的类型标签，FlowAudit 不支持。如果是文字，请给整个值加上半角引号。',
  },
  'document.strayMarker': {
    en: '“{text}” cannot stand here: “&”, “*” and “!” have a meaning in YAML. If it is text, put it in quotes.',
    zh: '“{text}”不能出现在这里：“&”“*”“!”在 YAML 中有特殊含义。如果是文字，请加上半角引号。',
  },
  'document.badEscape': {
    en: '“{text}” means nothing between double quotation marks. Write a backslash as \\\\, or use single quotation marks.',
    zh: '双引号中的“{text}”没有意义。反斜杠请写成 \\\\，或改用单引号。',
  },
  'document.spaceBeforeComment': {
    en: 'Before “#” a space is missing. Add it; if “#” belongs to the text, put the text in quotes.',
    zh: '“#”前面缺少空格。请补上空格；如果“#”是文字的一部分，请给文字加上半角引号。',
  },
  'document.percentLine': {
    en: 'A line that begins with “%” is an instruction to the YAML reader, which FlowAudit does not need: “{text}”. Remove it.',
    zh: '以“%”开头的行是给 YAML 解析器的指令，FlowAudit 不需要：“{text}”。请将它删除。',
  },
  'document.textAfterMarker': {
    en: 'After “{marker}” the line must end. Continue on the next line.',
    zh: '“{marker}”之后必须换行。请从下一行开始写。',
  },
  'document.restUnread': {
    en: 'From here on nothing is read, since the list or map above ended: “{text}”. Check the indentation of this line.',
    zh: '从这里开始的内容没有被读取，因为上面的列表或映射已经结束：“{text}”。请检查这一行的缩进。',
  },
  'document.missingCharacter': {
    en: 'Near “{text}” something is missing: a colon, a comma, a quotation mark, a bracket or a space.',
    zh: '“{text}”附近缺少符号：冒号、逗号、引号、括号或空格。',
  },
  'document.unexpectedText': {
    en: '“{text}” cannot stand here. Check the quotes, brackets and indentation of this line and the one above.',
    zh: '“{text}”不能出现在这里。请检查这一行和上一行的引号、括号与缩进。',
  },
  'document.unreadable': {
    en: 'This cannot be read as YAML: “{text}”. Check the quotes, brackets and indentation of this line and the one above.',
    zh: '这里无法按 YAML 读取：“{text}”。请检查这一行和上一行的引号、括号与缩进。',
  },

  // Suppression comments
  'document.directiveUnknown': {
    en: '“{text}” suppresses nothing. Write “flowaudit-disable-next-line <rule> -- <reason>” or “flowaudit-disable-file <rule> -- <reason>”.',
    zh: '“{text}”不起作用。请写成“flowaudit-disable-next-line <规则> -- <理由>”或“flowaudit-disable-file <规则> -- <理由>”。',
  },
} satisfies Record<string, Message>;
