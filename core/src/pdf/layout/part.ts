/** A piece of a page that knows its height before it is laid down. */
export interface Part {
  readonly height: number;
  readonly lay: () => void;
}

export function heightOfParts(parts: readonly Part[]): number {
  return parts.reduce((sum, { height }) => sum + height, 0);
}
