import { analysisMessages } from './messages/analysis.ts';
import { cliMessages } from './messages/cli.ts';
import { coverageMessages } from './messages/coverage.ts';
import { documentMessages } from './messages/document.ts';
import { editorMessages } from './messages/editor.ts';
import { engineMessages } from './messages/engine.ts';
import { reportMessages } from './messages/report.ts';
import { schemaMessages } from './messages/schema.ts';
import { render, type Locale, type MessageData } from './text.ts';

export type { MessageData } from './text.ts';

const catalogue = {
  ...analysisMessages,
  ...cliMessages,
  ...coverageMessages,
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

/** One product string in one language, its `{placeholders}` filled; `{count}` chooses the English plural. */
export function translate(locale: Locale, id: MessageId, data: MessageData = {}): string {
  return render(catalogue[id], locale, data);
}
