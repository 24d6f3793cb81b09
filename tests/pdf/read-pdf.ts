import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A finished file as a reader sees it, read by a library that did not write it. */
export interface ReadPdf {
  /** The text of each page; lines are joined, so that a message is found however it was wrapped. */
  readonly pages: readonly string[];
  /** All pages together. */
  readonly text: string;
  /** The structure, page by page. */
  readonly structure: readonly StructureNode[];
  readonly outline: readonly OutlineEntry[];
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  readonly title: string;
  readonly xmp: string;
  readonly language: string;
  readonly isMarked: boolean;
  readonly links: readonly { readonly page: number; readonly target: number }[];
  readonly signatureFields: readonly { readonly name: string; readonly label: string }[];
}

export interface StructureNode {
  readonly role: string;
  readonly alt?: string;
  readonly children: readonly StructureNode[];
}

export interface OutlineEntry {
  readonly title: string;
  /** Zero-based. */
  readonly page: number;
  readonly items: readonly OutlineEntry[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdfjs takes the buffer over, so it gets a copy.
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const pages = await eachPage(document, pageText);
  const annotations = await eachPage(document, async (number) =>
    (await document.getPage(number)).getAnnotations(),
  );
  const result = {
    pages,
    text: pages.join('\n'),
    structure: (await eachPage(document, pageStructure)).flat(),
    outline: await outlineEntries(document, await document.getOutline()),
    attachments: attachmentsOf(await document.getAttachments()),
    title: String(Reflect.get(info, 'Title')),
    xmp: metadata?.getRaw() ?? '',
    language: String(Reflect.get(info, 'Language')),
    isMarked: (await document.getMarkInfo())?.Marked === true,
    links: await linksOf(document, annotations),
    signatureFields: annotations
      .flat()
      .filter(({ fieldType }) => fieldType === 'Sig')
      .map(({ fieldName, alternativeText }) => ({ name: fieldName, label: alternativeText })),
  };
  await task.destroy();
  return result;
}

/** Text for comparison: one form of each character, and no spaces, which line ends may swallow. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** All nodes of some role, in order. */
export function nodesOf(nodes: readonly StructureNode[], role: string): readonly StructureNode[] {
  return nodes.flatMap((node) => [
    ...(node.role === role ? [node] : []),
    ...nodesOf(node.children, role),
  ]);
}

async function eachPage<T>(
  document: PDFDocumentProxy,
  read: (number: number, document: PDFDocumentProxy) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    results.push(await read(number, document));
  }
  return results;
}

async function pageText(number: number, document: PDFDocumentProxy): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}

async function pageStructure(number: number, document: PDFDocumentProxy): Promise<StructureNode[]> {
  const page = await document.getPage(number);
  const tree: unknown = await page.getStructTree();
  return childNodes(tree);
}

function childNodes(node: unknown): StructureNode[] {
  if (typeof node !== 'object' || node === null) return [];
  const children: unknown = Reflect.get(node, 'children');
  if (!Array.isArray(children)) return [];
  return children.filter((child) => Reflect.has(child, 'role')).map(structureNode);
}

function structureNode(node: object): StructureNode {
  const alt: unknown = Reflect.get(node, 'alt');
  return {
    role: String(Reflect.get(node, 'role')),
    children: childNodes(node),
    ...(typeof alt === 'string' && { alt }),
  };
}

type RawOutline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function outlineEntries(
  document: PDFDocumentProxy,
  items: RawOutline | undefined,
): Promise<OutlineEntry[]> {
  return Promise.all(
    (items ?? []).map(async ({ title, dest, items: below }) => ({
      title,
      page: await targetPage(document, dest),
      items: await outlineEntries(document, below),
    })),
  );
}

async function targetPage(document: PDFDocumentProxy, target: unknown): Promise<number> {
  const place: unknown =
    typeof target === 'string' ? await document.getDestination(target) : target;
  if (!Array.isArray(place)) throw new Error(`no such destination: ${String(target)}`);
  return document.getPageIndex(place[0]);
}

async function linksOf(
  document: PDFDocumentProxy,
  annotations: readonly (readonly { readonly subtype?: string; readonly dest?: unknown }[])[],
): Promise<{ page: number; target: number }[]> {
  const links = annotations.flatMap((onPage, page) =>
    onPage.filter(({ subtype }) => subtype === 'Link').map(({ dest }) => ({ page, dest })),
  );
  return Promise.all(
    links.map(async ({ page, dest }) => ({ page, target: await targetPage(document, dest) })),
  );
}

function attachmentsOf(attachments: unknown): ReadonlyMap<string, Uint8Array> {
  if (typeof attachments !== 'object' || attachments === null) return new Map();
  return new Map(
    Object.values(attachments).map((file) => [
      String(Reflect.get(file, 'filename')),
      Uint8Array.from(Reflect.get(file, 'content')),
    ]),
  );
}
