/** A quantity in both languages, as sentences name it. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

const units = [
  [86_400 * 2, 86_400, '天', 'd'],
  [3600 * 2, 3600, '小时', 'h'],
  [60, 60, '分钟', 'min'],
  [0, 1, '秒', 's'],
] as const;

/** A length in the unit that people would use, with three or four significant digits: `67.65 min`. */
export function lengthInWords(seconds: number): Wording {
  const [, size, zh, en] = units.find(([from]) => Math.abs(seconds) >= from) ?? [0, 1, '秒', 's'];
  const text = numberInWords(seconds / size);
  return { zh: `${text} ${zh}`, en: `${text} ${en}` };
}

/** Hours, whatever their number: `352 h`. */
export function hoursInWords(seconds: number): Wording {
  const text = numberInWords(seconds / 3600, 3);
  return { zh: `${text} 小时`, en: `${text} h` };
}

/** A share as a percentage; close to 100 % with as many digits as tell it from 100: `99.94%`. */
export function shareInWords(share: number): string {
  const percent = share * 100;
  const left = Math.abs(100 - percent);
  const digits = left === 0 || left >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(left)));
  return `${trimmed(percent.toFixed(digits))}%`;
}

/** A number with some significant digits; whole where it is large or has no fraction. */
export function numberInWords(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
  const nearest = Math.round(value);
  const whole = Math.abs(value) >= 10 ** (digits - 1) || Math.abs(value - nearest) < 1e-9;
  // Zeros at the end are digits that are known: 67.70 is not 67.7.
  return whole ? String(nearest) : value.toPrecision(digits);
}

function trimmed(text: string): string {
  return text.includes('.') && !text.includes('e') ? text.replace(/\.?0+$/, '') : text;
}
