import { crc32, deflateSync } from 'node:zlib';

/** What a PNG of one byte a pixel can hold. */
const mostColours = 256;

/** Colours at this distance or less, in levels of 255, look the same. */
const alike = 6;

/**
 * Writes pixels as a PNG with a palette, a third of the size of one in full colour. Of colours that
 * look the same the most frequent one stands for all. The picture must be opaque.
 *
 * @param rgba four bytes a pixel, row by row
 */
export function palettePng({ width, height, rgba }) {
  const { palette, indexOf } = choosePalette(rgba);
  // Each row begins with the number of its filter: 0, none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = indexOf.get(colourAt(rgba, (y * width + x) * 4));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // bits a pixel, colour type palette; the rest has one value only
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function choosePalette(rgba) {
  const counts = new Map();
  for (let offset = 0; offset < rgba.length; offset += 4) {
    const colour = colourAt(rgba, offset);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byFrequency = [...counts].toSorted(([a, ofA], [b, ofB]) => ofB - ofA || a - b);
  const palette = [];
  const indexOf = new Map();
  for (const [colour] of byFrequency) {
    const { index, distance } = nearest(palette, colour);
    const isNew = distance > alike && palette.length < mostColours;
    indexOf.set(colour, isNew ? palette.push(colour) - 1 : index);
  }
  return { palette, indexOf };
}

function nearest(palette, colour) {
  const wanted = channels(colour);
  let index = -1;
  let distance = Infinity;
  for (const [at, candidate] of palette.entries()) {
    const [red, green, blue] = channels(candidate).map((each, channel) => each - wanted[channel]);
    const here = Math.hypot(red, green, blue);
    if (here < distance) [index, distance] = [at, here];
  }
  return { index, distance };
}

function colourAt(rgba, offset) {
  return (rgba[offset] << 16) | (rgba[offset + 1] << 8) | rgba[offset + 2];
}

function channels(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
