import { definitions } from './generated/definitions.js';

/** The kinds of file that carry our header. */
export type DocumentKind = 'Process' | 'Organization' | 'Evidence' | 'Waivers' | 'Config';

/** Everything that has a schema. */
export type ShapeKind =
  | DocumentKind
  | 'Rule'
  | 'Pack'
  | 'Ruleset'
  | 'Coverage'
  | 'AuditResult'
  | 'AnalysisResult';

/** A text of a schema in both languages. */
export interface Described {
  readonly en: string;
  readonly zh: string;
}

/**
 * What a schema says about one place of a file.
 *
 * Our schemas choose by the type of a value and never by trial, so every place has one node.
 */
export interface SchemaNode {
  readonly $ref?: string;
  readonly description?: string;
  readonly 'x-description-zh'?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: string | true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode | true>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  /** The one word that stands for a list of them. */
  readonly then?: SchemaNode;
  /** The words a place takes, with their meanings. */
  readonly 'x-values'?: Readonly<Record<string, Described>>;
  /** Set where words beyond those are allowed. */
  readonly 'x-open'?: true;
  /** The collection whose ids a place names, such as `roles`. */
  readonly 'x-refers'?: string;
  /** The collection whose ids are the keys of a map. */
  readonly 'x-key-refers'?: string;
  /** Examples of the keys of a map that takes keys by a pattern. */
  readonly 'x-keys'?: readonly string[];
}

/** The schema of each kind, by the name of its file. */
const files: Readonly<Record<ShapeKind, string>> = {
  Process: 'process',
  Organization: 'organization',
  Evidence: 'evidence',
  Waivers: 'waivers',
  Config: 'config',
  Rule: 'rule',
  Pack: 'pack',
  Ruleset: 'ruleset',
  Coverage: 'coverage',
  AuditResult: 'audit-result',
  AnalysisResult: 'analysis-result',
};

let read: Readonly<Record<string, SchemaNode>> | undefined;

function definition(name: string): SchemaNode {
  read ??= definitions() as Readonly<Record<string, SchemaNode>>; // our own files, checked by a test
  const found = read[name];
  if (found === undefined) throw new TypeError(`no schema is called ${name}`);
  return found;
}

/** The node of a whole file. */
export function rootNode(kind: ShapeKind): SchemaNode {
  return resolve(definition(files[kind]));
}

/** A node with what it refers to; what stands beside a reference wins. */
export function resolve(node: SchemaNode): SchemaNode {
  const { $ref, ...own } = node;
  const word = node.then?.$ref;
  if (word !== undefined) {
    const { 'x-values': values } = resolve(definition(nameIn(word)));
    return values === undefined ? node : { ...node, 'x-values': values };
  }
  return $ref === undefined ? node : { ...resolve(definition(nameIn($ref))), ...own };
}

function nameIn(reference: string): string {
  return reference.slice('#/$defs/'.length);
}

/** The node of one entry of a map or list; nothing for a key that is unknown, or free (`x-…`). */
export function childNode(node: SchemaNode, key: string | number): SchemaNode | undefined {
  if (typeof key === 'number') {
    if (node.items === undefined) return undefined;
    const item = resolve(node.items);
    const refers = node['x-refers'];
    return refers === undefined || item['x-refers'] !== undefined
      ? item
      : { ...item, 'x-refers': refers };
  }
  const child = ownChild(node, key);
  return typeof child === 'object' ? resolve(child) : undefined;
}

function ownChild(node: SchemaNode, key: string): SchemaNode | boolean | undefined {
  if (node.properties !== undefined && Object.hasOwn(node.properties, key))
    return node.properties[key];
  const pattern = Object.keys(node.patternProperties ?? {}).find((each) =>
    new RegExp(each, 'u').test(key),
  );
  return pattern === undefined ? node.additionalProperties : node.patternProperties?.[pattern];
}

/** The node at a path of keys and indexes; nothing where the path leaves the schema. */
export function nodeAt(
  kind: ShapeKind,
  path: readonly (string | number)[],
): SchemaNode | undefined {
  let node: SchemaNode | undefined = rootNode(kind);
  for (const key of path) node = node === undefined ? undefined : childNode(node, key);
  return node;
}

/** The types a node takes. */
export function typesOf({ type }: SchemaNode): readonly string[] {
  if (type === undefined) return [];
  return typeof type === 'string' ? [type] : type;
}

/** The words a place takes; nothing where any text will do. */
export function valuesOf(node: SchemaNode): readonly string[] | undefined {
  const { enum: words, const: word, 'x-values': described } = node;
  if (words !== undefined) return words.map(String);
  if (word !== undefined) return [String(word)];
  return described === undefined ? undefined : Object.keys(described);
}
