import { layLines } from './lines.ts';
import type { PageFlow } from './page-flow.ts';
import { sheet, textWidth } from './page-flow.ts';
import type { Part } from './part.ts';
import type { TextStyle } from './palette.ts';
import { type } from './palette.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface FactOptions {
  readonly x?: number;
  readonly width?: number;
  readonly labelWidth?: number;
  readonly style?: TextStyle;
}

const gap = 3;

/** A label with its value beside it, as one paragraph that reads “label value”. */
export function layFact(flow: PageFlow, fact: Fact, options: FactOptions = {}): void {
  factPart(flow, fact, options).lay();
}

export function factPart(flow: PageFlow, fact: Fact, options: FactOptions = {}): Part {
  const { x = sheet.left, width = textWidth, labelWidth = 92, style = type.small } = options;
  const { typesetter } = flow;
  const labelStyle = { ...type.label, pitch: style.pitch };
  const labels = typesetter.wrap(`${fact.label} `, labelStyle, labelWidth - 8);
  const values = typesetter.wrap(fact.value, style, width - labelWidth);
  const count = Math.max(labels.length, values.length);
  const draw = (index: number, top: number): void => {
    typesetter.draw(labels[index] ?? '', labelStyle, x, top);
    typesetter.draw(values[index] ?? '', style, x + labelWidth, top);
  };
  return {
    height: count * style.pitch + gap,
    lay: () => {
      const element = flow.document.struct('P');
      flow.root.add(element);
      layLines(flow, element, { count, pitch: style.pitch, draw });
      element.end();
      flow.y += gap;
    },
  };
}
