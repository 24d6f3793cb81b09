/** Whether a value of plain data is a map or a list. */
export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What a map or list holds under a key. */
export function valueOf(value: unknown, key: string | number): unknown {
  return isRecord(value) ? Reflect.get(value, key) : undefined;
}
