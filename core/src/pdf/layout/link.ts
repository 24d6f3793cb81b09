import { pdfString } from '../file/pdfkit.ts';
import type { StructureElement } from '../file/pdfkit.ts';
import type { ReportDocument } from '../file/report-document.ts';

export interface Link {
  readonly destination: string;
  /** What a screen reader says of the link. */
  readonly label: string;
  readonly area: readonly [x: number, y: number, width: number, height: number];
  readonly draw: () => void;
}

/**
 * Adds a link to a place in the document. It is ended at once: pdfkit takes the page of the link's
 * area when the element is ended.
 */
export function addLink(document: ReportDocument, parent: StructureElement, link: Link): void {
  const element = document.struct('Link');
  parent.add(element);
  element.add(link.draw);
  document.goTo(...link.area, link.destination, {
    Contents: pdfString(link.label),
    structParent: element,
  });
  element.end();
}
