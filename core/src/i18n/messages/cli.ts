import type { Message } from '../text.ts';

export const cliMessages = {
} satisfies Record<string, Message>;
