// Cuts the two report fonts to what reports print: Latin, symbols and every Han character of GBK.
// The full fonts are 10 MB a weight and are not committed; the cut ones are made at build time and
// are the same bytes every time. Outputs that are newer than the fonts and this script are kept.
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const script = fileURLToPath(import.meta.url);
const fontPackage = dirname(
  createRequire(script).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
);
const target = join(dirname(script), '..', 'dist', 'fonts');

const weights = [
  ['400Regular/NotoSansSC_400Regular.ttf', 'NotoSansSC-Regular.ttf'],
  ['700Bold/NotoSansSC_700Bold.ttf', 'NotoSansSC-Bold.ttf'],
];
const licence = ['LICENSE_FONT', 'OFL.txt'];

/** First and last code point of each block that a report may print beside Han characters. */
const blocks = [
  [0x0020, 0x007e], // Basic Latin
  [0x00a0, 0x017f], // Latin-1, Latin Extended-A
  [0x0300, 0x036f], // combining marks
  [0x0370, 0x03ff], // Greek
  [0x2000, 0x206f], // general punctuation
  [0x20a0, 0x20cf], // currency
  [0x2100, 0x214f], // letter-like symbols such as ℃ №
  [0x2150, 0x218f], // number forms
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // mathematics
  [0x2460, 0x24ff], // enclosed alphanumerics
  [0x2500, 0x257f], // box drawing
  [0x25a0, 0x25ff], // geometric shapes
  [0x2600, 0x26ff], // miscellaneous symbols
  [0x2713, 0x2713], // check mark
  [0x3000, 0x303f], // CJK symbols and punctuation
  [0x3200, 0x32ff], // enclosed CJK
  [0x3300, 0x33ff], // CJK units
  [0xff00, 0xffef], // full-width forms
];

/**
 * Characters left out because the font draws them with the glyph of another character: a PDF keeps
 * one character per glyph, so text read back from a report would swap them. The writer maps the
 * punctuation among them to the character that is kept.
 */
const sharedGlyphs = [
  0x00ad,
  0x2011,
  0x2012,
  0x2022,
  0x2027,
  0x2035,
  0x2215,
  0x22ef,
  0x301c,
  0x30fb,
  0x58ff, // 壿, drawn as 墫
];

async function main() {
  if (await isFresh()) return;
  await mkdir(target, { recursive: true });
  const wanted = String.fromCodePoint(...charactersToKeep());
  for (const [from, to] of weights) {
    const font = await readFile(join(fontPackage, from));
    await replace(to, await subsetFont(font, wanted, { targetFormat: 'truetype' }));
  }
  await replace(licence[1], await readFile(join(fontPackage, licence[0])));
}

function charactersToKeep() {
  const kept = new Set(hanziOfGbk());
  for (const [first, last] of blocks) {
    for (let codePoint = first; codePoint <= last; codePoint++) kept.add(codePoint);
  }
  for (const codePoint of sharedGlyphs) kept.delete(codePoint);
  return [...kept].toSorted((left, right) => left - right);
}

/** Every Han character that a two-byte GBK sequence stands for; radicals and symbols are not. */
function hanziOfGbk() {
  const decoder = new TextDecoder('gbk');
  const found = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Unified_Ideograph}$/u.test(text)) found.push(text.codePointAt(0));
    }
  }
  // GBK has 20,902 unified ideographs and a few more of later standards.
  if (found.length < 20_902) throw new Error(`only ${found.length} GBK characters were found`);
  return found;
}

async function isFresh() {
  const sources = [script, ...weights.map(([from]) => join(fontPackage, from))];
  const outputs = [...weights.map(([, to]) => to), licence[1]].map((name) => join(target, name));
  const changed = await Promise.all(sources.map(async (path) => (await stat(path)).mtimeMs));
  const made = await Promise.all(outputs.map(madeAt));
  return Math.min(...made) > Math.max(...changed);
}

/** When an output was made; 0 when it is not there. */
async function madeAt(path) {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (error.code === 'ENOENT') return 0;
    throw error;
  }
}

/** Writes beside the target and renames, so that a stopped build leaves no half font. */
async function replace(name, bytes) {
  const path = join(target, name);
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, bytes);
  await rename(draft, path);
  process.stdout.write(`${basename(path)}: ${bytes.length} bytes\n`);
}

await main();
