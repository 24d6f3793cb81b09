/** The two languages of the product. */
export type Locale = 'zh' | 'en';

export const locales: readonly Locale[] = ['zh', 'en'];

/** One product string, both languages side by side; English may differ by number. */
export interface Message {
  readonly en: string | { readonly one: string; readonly other: string };
  readonly zh: string;
}

/** Text of a process file or rule: one string for all readers, or one per language. */
export type Text = string | { readonly zh?: string; readonly en?: string };

/** Text in the reader's language, else in the other one; nothing when neither is there. */
export function textIn(text: unknown, locale: Locale): string | undefined {
  if (typeof text === 'string') return text;
  if (typeof text !== 'object' || text === null) return undefined;
  const { zh, en } = text as { zh?: unknown; en?: unknown }; // any object may be asked for two keys
  const [first, second] = locale === 'zh' ? [zh, en] : [en, zh];
  if (typeof first === 'string') return first;
  return typeof second === 'string' ? second : undefined;
}

/** Values for the placeholders of a message. */
export type MessageData = Readonly<Record<string, string | number>>;

/** One message in one language, its `{placeholders}` filled; `{count}` chooses the English plural. */
export function render(message: Message, locale: Locale, data: MessageData): string {
  const forms = message[locale];
  if (typeof forms === 'string') return fill(forms, data);
  const count = Number(data['count']);
  return fill(new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other, data);
}

/** Fills `{name}` from `data`; a name without a value stays as written, so that a test sees it. */
export function fill(template: string, data: MessageData): string {
  return template.replace(/\{([\w.]+)\}/g, (whole, name: string) => String(data[name] ?? whole));
}
