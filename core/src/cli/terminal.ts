import { styleText } from 'node:util';
import type { Paint } from '../reporters/text.ts';

/** Where a command writes and how it ends. */
export interface Terminal {
  /** Data. */
  out(text: string): void;
  /** Everything else, a line at a time. */
  note(text: string): void;
  /** Colour only where somebody looks. */
  readonly paint: Paint;
  exit(code: 0 | 1 | 2 | 3): void;
}

/** The terminal of this process. */
export const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(`${text}\n`),
  paint(style, text) {
    const coloured = process.stdout.isTTY && !process.env['NO_COLOR'];
    return coloured ? styleText(style, text) : text;
  },
  exit(code) {
    process.exitCode = code;
  },
};

/** A reader that stops reading (`| head`) is no error of ours. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
