import type { Message } from '../text.ts';

export const editorMessages = {
} satisfies Record<string, Message>;
