// Nodes and weights of Gauss-Legendre quadrature with eight points on [-1, 1].
// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, table 25.4.
const nodes = [
  0.183_434_642_495_649_8, 0.525_532_409_916_329, 0.796_666_477_413_626_7, 0.960_289_856_497_536_3,
];
const weights = [
  0.362_683_783_378_362, 0.313_706_645_877_887_3, 0.222_381_034_453_374_5, 0.101_228_536_290_376_3,
];

/** Visits the points of the panels between rising borders with their weights, eight in each. */
export function quadrature(
  borders: readonly number[],
  visit: (x: number, weight: number) => void,
): void {
  for (let at = 1; at < borders.length; at += 1) {
    const left = borders[at - 1] ?? 0;
    const half = ((borders[at] ?? left) - left) / 2;
    for (let of = 0; of < nodes.length; of += 1) {
      const [offset, weight] = [half * (nodes[of] ?? 0), half * (weights[of] ?? 0)];
      visit(left + half - offset, weight);
      visit(left + half + offset, weight);
    }
  }
}
