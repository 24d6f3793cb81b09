import type { FileFault } from './fault.ts';

/** The largest file that is read, in bytes. */
const largest = 10 * 1024 * 1024;

/** Text of a file's bytes without byte order mark, or why they are no text that can be checked. */
export function decode(bytes: Uint8Array): { text: string } | { fault: FileFault } {
  if (bytes.length > largest) {
    const size = (Math.ceil((bytes.length / 1024 / 1024) * 10) / 10).toFixed(1);
    return { fault: { code: 'document.tooLarge', data: { size, limit: largest / 1024 / 1024 } } };
  }
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return { fault: { code: 'document.utf16', data: { encoding: utf16 } } };
  if (bytes.includes(0)) return { fault: { code: 'document.binary', data: {} } };
  const text = decodeAs('utf-8', bytes);
  if (text === undefined) {
    const code = isGb18030(bytes) ? 'document.gb18030' : 'document.unknownEncoding';
    return { fault: { code, data: {} } };
  }
  return text.trim() === '' ? { fault: { code: 'document.empty', data: {} } } : { text };
}

/** The text, or nothing where the bytes break the rules of the encoding. */
function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // what a fatal decoder throws by its standard
    throw error;
  }
}

/**
 * UTF-16, if its byte order mark says so, or if nearly all NUL bytes stand on one side of the
 * pairs: the high bytes of the ASCII letters, spaces and line ends that every YAML text has.
 */
function utf16Of(bytes: Uint8Array): 'UTF-16 LE' | 'UTF-16 BE' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE';
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return undefined;
  const nuls = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  }
  const [high = 0, low = 0] = nuls;
  // A tenth of all characters at least: process files are full of ASCII keys.
  if (Math.max(high, low) < bytes.length / 20) return undefined;
  if (high <= low / 20 && isText(decodeAs('utf-16le', bytes))) return 'UTF-16 LE';
  if (low <= high / 20 && isText(decodeAs('utf-16be', bytes))) return 'UTF-16 BE';
  return undefined;
}

function isText(text: string | undefined): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what tells binary data
  return text !== undefined && !/[\0-\x08\x0e-\x1f]/.test(text);
}

/**
 * Whether the bytes read as Chinese in GB18030: most characters that are not ASCII lie in the rows
 * of GB2312, where both bytes are high, and most are Han characters or Chinese punctuation.
 *
 * Latin-1 and Big5 often decode too, but into pairs whose second byte is low.
 */
function isGb18030(bytes: Uint8Array): boolean {
  const text = decodeAs('gb18030', bytes);
  if (text === undefined) return false;
  let pairs = 0;
  let common = 0;
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[index + 1] ?? 0;
    pairs++;
    if (lead >= 0xa1 && trail >= 0xa1) common++;
    index += trail >= 0x30 && trail <= 0x39 ? 3 : 1; // four bytes or two
  }
  const chinese =
    text.match(/[\p{Script=Han}\u2014-\u2026\u3000-\u3011\uff01-\uff5e]/gu)?.length ?? 0;
  return common > pairs * 0.7 && chinese > pairs * 0.7;
}
