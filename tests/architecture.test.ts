import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../core/src/', import.meta.url));

/** Which folders of `core/src` each folder may import; the folder itself goes without saying. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  source: [],
  i18n: [],
  quantity: [],
  schema: ['i18n', 'quantity'],
  document: ['source', 'i18n'],
  analysis: ['quantity'],
  model: ['analysis', 'document', 'schema', 'source', 'quantity'],
  ruleset: ['document', 'schema', 'i18n', 'source'],
  engine: ['model', 'ruleset', 'document', 'quantity', 'source'],
  audit: [
    'engine',
    'model',
    'analysis',
    'ruleset',
    'document',
    'quantity',
    'i18n',
    'source',
    'schema',
  ],
  reporters: ['audit', 'i18n', 'quantity', 'source'],
  pdf: ['audit', 'i18n', 'source'],
  workspace: [
    'audit',
    'engine',
    'model',
    'model',
    'ruleset',
    'schema',
    'document',
    'i18n',
    'source',
    'pdf',
    'quantity',
  ],
  language: ['audit', 'ruleset', 'i18n', 'source'],
  node: ['workspace', 'ruleset', 'i18n'],
  cli: [
    'node',
    'workspace',
    'reporters',
    'pdf',
    'language',
    'schema',
    'i18n',
    'quantity',
    'ruleset',
  ],
};

/** Folders that may know the machine: its files, its clock and its process. */
const machineFolders = new Set(['cli', 'node']);

interface Import {
  readonly from: string;
  readonly file: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.includes('/generated/'));

function textOf(file: string): string {
  return readFileSync(path.join(source, file), 'utf8');
}

const imports: readonly Import[] = files.flatMap((file) => {
  const [from = ''] = file.split('/');
  const statements = textOf(file).matchAll(
    /^(?:import|export)(?: (type))?[^;'"]*from '(\.[^']+)'/gm,
  );
  return [...statements].flatMap(([, type, specifier = '']) => {
    const [to = ''] = path.posix
      .normalize(path.posix.join(path.posix.dirname(file), specifier))
      .split('/');
    return file.includes('/') ? [{ from, file, to, typesOnly: type !== undefined }] : [];
  });
});

test('the sources were read', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(imports.length).toBeGreaterThan(100);
});

test('each folder imports only what the table allows', () => {
  const wrong = imports.filter(
    ({ from, to }) => from !== to && allowed[from]?.includes(to) !== true,
  );
  expect(wrong.map(({ file, to }) => `${file} -> ${to}`)).toEqual([]);
});

test('only the machine folders touch the process, the clock, chance or the file system', () => {
  const forbidden =
    /\bprocess\.(?!value|file|id|document|kind|view)|\bconsole\.|new Date\(\)|Date\.now|Math\.random|from 'node:(?!crypto)/;
  const wrong = files
    .filter((file) => !machineFolders.has(file.split('/')[0] ?? ''))
    .filter((file) =>
      textOf(file)
        .split('\n')
        .some(
          (line) =>
            /from 'node:|console|Date|random|\bprocess\.(?:env|cwd|exit|argv|std)/.test(line) &&
            forbidden.test(line),
        ),
    );
  expect(wrong).toEqual([]);
});

test('core never imports the editor, and the editor holds no rule logic', () => {
  expect(files.filter((file) => /from 'vscode'/.test(textOf(file)))).toEqual([]);
  const extension = fileURLToPath(new URL('../extension/src/', import.meta.url));
  const editorFiles = readdirSync(extension).filter((name) => name.endsWith('.ts'));
  expect(editorFiles.length).toBeGreaterThan(5);
  for (const name of editorFiles) {
    expect(readFileSync(path.join(extension, name), 'utf8')).not.toMatch(
      /jsonata|from 'yaml'|from 'ajv'/,
    );
  }
});

test('no file is a drawer for leftovers', () => {
  const drawers = /(?:^|\/)(?:utils?|helpers?|common|misc|types|constants)\.ts$/;
  expect(files.filter((file) => drawers.test(file) && file !== 'schema/types.ts')).toEqual([]);
});
