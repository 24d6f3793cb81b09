import { describe, expect, it } from 'vitest';
import {
  ink,
  outcomeColor,
  severityColor,
  tint,
  type,
  verdictColor,
} from '../../../core/src/pdf/layout/palette.ts';

/** Contrast by WCAG 2: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const { onDark, ...onLight } = ink;
const words = Object.values({ ...onLight, ...verdictColor, ...outcomeColor, ...severityColor });

describe('the colours', () => {
  it('measure black on white as 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });

  it.each(['#ffffff', tint.head, tint.zebra, tint.code, tint.mark])(
    'of words can be read on %s',
    (ground) => {
      const onGround = ground === '#ffffff' ? words : Object.values(onLight);
      expect(onGround.filter((color) => contrast(color, ground) < 4.5)).toEqual([]);
    },
  );

  it('of badges and bands let white words be read', () => {
    const grounds = [tint.band, ...Object.values(verdictColor), ...Object.values(severityColor)];
    expect(grounds.filter((ground) => contrast(onDark, ground) < 4.5)).toEqual([]);
  });
});

describe('the type', () => {
  it('is never smaller than 9 points', () => {
    expect(Object.values(type).filter(({ size }) => size < 9)).toEqual([]);
  });
});
