/** The element at an index that the caller knows to be inside the list. */
export function itemAt<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no element ${index} in ${list.length}`);
  return item;
}
