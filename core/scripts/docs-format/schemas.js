import { readdir, readFile } from 'node:fs/promises';

const folder = new URL('../../src/schema/', import.meta.url);

/** Every schema by the name of its file without the ending. */
export const schemas = await readSchemas();

async function readSchemas() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.schema.json'));
  const entries = names.map(async (name) => [
    name.replace('.schema.json', ''),
    JSON.parse(await readFile(new URL(name, folder), 'utf8')),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

/** What a node refers to, with the file that the references inside it are relative to. */
export function resolve(node, file) {
  if (node.$ref === undefined) return { node, file };
  const [path, name] = node.$ref.split('#/$defs/');
  const target = path === '' ? file : path.replace('.schema.json', '');
  const { $ref, ...own } = node;
  const found = resolve(schemas[target].$defs[name], target);
  return {
    node: { ...found.node, ...own },
    file: found.file,
    name: found.name ?? `${target}.${name}`,
  };
}
