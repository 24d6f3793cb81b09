import type { PageFlow } from './page-flow.ts';
import { sheet, textWidth } from './page-flow.ts';
import { tint } from './palette.ts';

export interface Share {
  readonly count: number;
  readonly color: string;
}

const height = 12;

/** A bar whose parts are as long as their counts; `alt` says the same in words. */
export function layCountBar(flow: PageFlow, shares: readonly Share[], alt: string): void {
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  const { document, y } = flow;
  const figure = document.struct('Figure', {
    alt,
    bbox: [sheet.left, y, sheet.right, y + height],
    placement: 'Block',
  });
  flow.root.add(figure);
  figure.add(() => {
    document.save();
    document.rect(sheet.left, y, textWidth, height).fill(tint.rule);
    let x: number = sheet.left;
    for (const { count, color } of shares) {
      const width = total === 0 ? 0 : (textWidth * count) / total;
      if (width > 0) document.rect(x, y, width, height).fill(color);
      x += width;
      // A white hairline keeps neighbours apart.
      if (width > 1.2) document.rect(x - 1.2, y, 1.2, height).fill('#ffffff');
    }
    document.restore();
  });
  figure.end();
  flow.y += height;
}
