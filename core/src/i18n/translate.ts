import { cliMessages } from './messages/cli.ts';
import { documentMessages } from './messages/document.ts';
import { editorMessages } from './messages/editor.ts';
import { engineMessages } from './messages/engine.ts';
import { reportMessages } from './messages/report.ts';
import { schemaMessages } from './messages/schema.ts';
import type { Locale } from './text.ts';

const catalogue = {
  ...cliMessages,
  ...documentMessages,
  ...editorMessages,
  ...engineMessages,
  ...reportMessages,
  ...schemaMessages,
};

/** The dotted name of one product string. */
export type MessageId = keyof typeof catalogue;

/** Every product string's id, for tests that look at all of them. */
export const messageIds = Object.keys(catalogue) as MessageId[]; // Object.keys loses the key type

/** Values for the placeholders of a message. */
export type MessageData = Readonly<Record<string, string | number>>;

/** One product string in one language, its `{placeholders}` filled; `{count}` chooses the English plural. */
export function translate(locale: Locale, id: MessageId, data: MessageData = {}): string {
  const forms: string | PluralForms = catalogue[id][locale];
  if (typeof forms === 'string') return fill(forms, data);
  const count = Number(data['count']);
  return fill(new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other, data);
}

interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** Fills `{name}` from `data`; a name without a value stays as written, so that a test sees it. */
export function fill(template: string, data: MessageData): string {
  return template.replace(/\{([\w.]+)\}/g, (whole, name: string) => String(data[name] ?? whole));
}
