import { resolve } from './schemas.js';
import { words } from './words.js';

/** How a reader writes a value of a place. */
export function typeOf({ node, file }, locale) {
  const say = words[locale];
  const types = [node.type].flat().filter((type) => type !== undefined);
  const names = types.map((type) => {
    if (type === 'array')
      return node.items === undefined ? say.list('…') : say.list(typeOf(inherit(node), locale));
    if (type === 'object' && isText(node)) return say.anyText;
    if (type === 'object')
      return typeof node.additionalProperties === 'object' ? say.byId : say.map;
    if (type === 'string') return stringType(node, say);
    return say[type];
  });
  const unique = [...new Set(names)];
  // What has a name as a whole, such as a quantity, needs no list of its parts.
  return ['amount', 'event', 'quantity'].includes(node.format)
    ? say.kinds[node.format]
    : unique.join(say.or);

  function inherit({ items, 'x-refers': refers }) {
    const item = resolve(items, file);
    return refers === undefined ? item : { ...item, node: { 'x-refers': refers, ...item.node } };
  }
}

function stringType(node, say) {
  if (node.format === 'none') return say.none;
  if (
    node.enum !== undefined ||
    node.const !== undefined ||
    node['x-open'] ||
    node.format === 'openWord'
  )
    return say.oneOf;
  if (node.then !== undefined) return say.oneOf;
  if (node['x-refers'] !== undefined) return say.idOf(node['x-refers']);
  return node.format === undefined ? say.anyText : say.kinds[node.format];
}

/** The words a place takes, as a link to their meanings. */
export function wordsOf({ node, file, name }, locale) {
  const say = words[locale];
  if (node.const !== undefined) return `\`${node.const}\``;
  const source = node.then === undefined ? { node, name } : resolve(node.then, file);
  const item =
    node.items === undefined || node.then !== undefined ? source : resolve(node.items, file);
  if (!item.name?.startsWith('vocabulary.')) return '';
  const vocabulary = item.name.slice('vocabulary.'.length).replace(/OrList$/, '');
  const values = Object.keys(item.node['x-values'] ?? {});
  const shown =
    values.length <= 8 ? values.map(code).join(' ') : `${values.slice(0, 4).map(code).join(' ')} …`;
  const note = item.node['x-open']
    ? ` (${say.open})`
    : item.node.format === 'openWord'
      ? ` (${say.own})`
      : '';
  return cell(`[${shown}](vocabulary.md#${anchor(vocabulary)})${note}`);
}

/** A text in two languages counts as text, not as fields. */
export function isText({ properties }) {
  return properties?.zh !== undefined && properties.en !== undefined;
}

/** What a schema says about a place. */
export function text(node, locale) {
  return (locale === 'en' ? node.description : node['x-description-zh']) ?? '';
}

/** The anchor that readers of Markdown make of a heading. */
export function anchor(heading) {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N}_-]/gu, '');
}

export function code(word) {
  return `\`${word}\``;
}

/** Text that stays within its cell: bars would end it; angle brackets outside of code would be tags. */
export function cell(content) {
  const parts = content.replaceAll('|', '\\|').split(/(`[^`]*`)/);
  const escaped = parts.map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;')));
  return escaped.join('');
}
