import type { Message } from '../text.ts';

export const schemaMessages = {
} satisfies Record<string, Message>;
