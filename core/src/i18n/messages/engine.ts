import type { Message } from '../text.ts';

export const engineMessages = {
} satisfies Record<string, Message>;
