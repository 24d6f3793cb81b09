import type { MessageId } from '../i18n/translate.ts';
import type { Span } from '../source/line-index.ts';

/**
 * Something wrong with a text itself: its encoding, its YAML or its shape.
 *
 * A fact, not a sentence: `code` names the message, `data` fills its placeholders.
 */
export interface Fault {
  readonly code: MessageId;
  readonly span: Span;
  readonly data: Readonly<Record<string, string | number>>;
  /** The other place that explains this one, such as the first of two equal keys. */
  readonly related?: Span;
  /** Set where text beyond the map or list around `span` may be missing from what was read. */
  readonly swallows?: true;
}

/** Why a file as a whole cannot be checked. */
export interface FileFault {
  readonly code: MessageId;
  readonly data: Readonly<Record<string, string | number>>;
  /** Where it shows, if it shows in one place. */
  readonly span?: Span;
}
