import type { Message } from '../text.ts';

export const reportMessages = {
} satisfies Record<string, Message>;
