import { editorMessages } from '../i18n/messages/editor.ts';
import { render, type Locale, type MessageData } from '../i18n/text.ts';

/**
 * One of the editor's own strings. Apart from `translate`, so that the part of the extension which
 * VS Code loads first does not carry the whole catalogue.
 */
export function say(
  locale: Locale,
  id: keyof typeof editorMessages,
  data: MessageData = {},
): string {
  return render(editorMessages[id], locale, data);
}
