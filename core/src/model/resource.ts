import type { SourceDocument, SourceFile } from '../document/source-document.ts';
import {
  knownKind,
  validateShape,
  type DocumentKind,
  type ShapeFault,
} from '../schema/validate.ts';
import { isMap, type PlainMap } from './plain.ts';

/** One YAML document that carries our header, with what its schema says about it. */
export interface Resource {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly file: SourceFile;
  readonly document: SourceDocument;
  readonly value: PlainMap;
  /** What the schema refuses, in order of position. */
  readonly faults: readonly ShapeFault[];
}

/** The documents of a file that are ours; those without our header are left out. */
export function resourcesOf(file: SourceFile): readonly Resource[] {
  return file.documents.flatMap((document) => {
    const { value } = document;
    const kind = knownKind(value);
    if (kind === undefined || !isMap(value)) return [];
    const id = typeof value['id'] === 'string' ? value['id'] : kind.toLowerCase();
    return [{ kind, id, file, document, value, faults: validateShape(kind, value) }];
  });
}
