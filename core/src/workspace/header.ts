import type { SourceFile } from '../document/source-document.ts';
import type { MessageData, MessageId } from '../i18n/translate.ts';
import type { Resource } from '../model/resource.ts';

/** A file that says our `apiVersion` means to be ours, even where nothing else of it can be read. */
export function carriesHeader(text: string): boolean {
  return /^apiVersion:[ \t]*["']?flowaudit\//m.test(text);
}

/** The ASCII characters among bytes of whatever encoding, UTF-16 included. */
export function readableAscii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replace(/[^\t\n\r -~]/g, '');
}

/** Why not every document of one of our files can be read as ours; nothing when all can. */
export function headerFailure(
  { documents, faults }: SourceFile,
  resources: readonly Resource[],
): { readonly code: MessageId; readonly data: MessageData } | undefined {
  for (const resource of resources) {
    const version = resource.faults.find(({ pointer }) => pointer === '/apiVersion');
    if (version !== undefined) return version;
  }
  if (resources.length === 0) return { code: 'cli.file.headerMissing', data: {} };
  // After a syntax fault the rest of a text may look like a document of its own.
  if (faults.length > 0) return undefined;
  const ours = new Set(resources.map(({ document }) => document));
  const foreign = documents.find((document) => document.value !== null && !ours.has(document));
  if (foreign === undefined) return undefined;
  return { code: 'cli.file.partHeaderMissing', data: { number: foreign.index + 1 } };
}
