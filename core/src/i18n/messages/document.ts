import type { Message } from '../text.ts';

export const documentMessages = {
} satisfies Record<string, Message>;
