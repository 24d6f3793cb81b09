import { describe, expect, it } from 'vitest';
import { tracksOf } from '../../../../core/src/pdf/drawing/placing/tracks.ts';

describe('the level stretches between two layers', () => {
  it('are not needed for straight links', () => {
    expect(tracksOf([{ from: 50, to: 50 }])).toEqual({ of: [undefined], count: 0 });
  });

  it('share a track when they do not meet', () => {
    const links = [
      { from: 10, to: 40 },
      { from: 60, to: 90 },
    ];
    expect(tracksOf(links)).toEqual({ of: [0, 0], count: 1 });
  });

  it('of links that fan out to the right are nested, the rightmost uppermost', () => {
    const links = [
      { from: 10, to: 60 },
      { from: 20, to: 90 },
    ];
    expect(tracksOf(links)).toEqual({ of: [1, 0], count: 2 });
  });

  it('of links that come together from the right are nested, the rightmost lowest', () => {
    const links = [
      { from: 60, to: 10 },
      { from: 90, to: 20 },
    ];
    expect(tracksOf(links)).toEqual({ of: [0, 1], count: 2 });
  });

  it('do not let one link go down where another comes down', () => {
    // The first arrives below the place that the second leaves: it has to stay below it.
    const links = [
      { from: 10, to: 50 },
      { from: 50, to: 90 },
    ];
    const { of } = tracksOf(links);
    expect(of[0]).toBeGreaterThan(of[1] ?? 0);
  });
});
