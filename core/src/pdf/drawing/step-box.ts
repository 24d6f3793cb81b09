import type { TextStyle } from '../layout/palette.ts';
import { ink, type } from '../layout/palette.ts';
import type { Typesetter } from '../text/typesetter.ts';
import type { DrawnStep, StepType } from './flow-drawing.ts';

/** A step with the size of its shape and the lines inside it. */
export interface StepBox {
  readonly step: DrawnStep;
  readonly width: number;
  readonly height: number;
  /** How far its pointed sides reach inwards. */
  readonly slope: number;
  readonly lines: readonly BoxLine[];
}

export interface BoxLine {
  readonly text: string;
  readonly style: TextStyle;
}

/** Longer names are cut in the drawing; the figure's spoken text has them whole. */
const mostLines = { name: 10, role: 3 } as const;

const paddingY = 5;

/** What the sides of a shape take from its text. */
const sides: Readonly<Record<StepType, number>> = {
  task: 14,
  approval: 20,
  automated: 14,
  choice: 0,
  parallel: 14,
  join: 14,
  wait: 24,
  subprocess: 24,
  end: 24,
};

const name = type.drawing;
const role: TextStyle = { ...type.drawing, color: ink.soft };

/**
 * The box of a step. `number` is its place in the drawing; before that is known, a number of as
 * many digits gives a box that is large enough.
 */
export function stepBox(
  typesetter: Typesetter,
  step: DrawnStep,
  number: string,
  width: number,
): StepBox {
  if (step.type === 'choice') return diamond(typesetter, step, number, width);
  const lines = linesOf(typesetter, step, number, width - sides[step.type]);
  const height = Math.max(lines.length * name.pitch + 2 * paddingY, isBar(step.type) ? 0 : 28);
  return { step, width, height, slope: 0, lines };
}

/** True for the dark bars at which work is split and brought together. */
export function isBar(stepType: StepType): boolean {
  return stepType === 'parallel' || stepType === 'join';
}

/** A diamond lower than this is drawn as one; a higher one takes too much of the page. */
const highestDiamond = 62;

/** How far the points of a stretched diamond reach inwards. */
const stretchedSlope = 14;

/**
 * A diamond holds a block of text as wide as a part of it; the part that makes it lowest. For a long
 * name it is stretched: level at the top and bottom, pointed at both sides.
 */
function diamond(typesetter: Typesetter, step: DrawnStep, number: string, width: number): StepBox {
  const boxes = [0.46, 0.52, 0.58, 0.64, 0.7].map((part) => {
    const lines = linesOf(typesetter, step, number, part * width);
    const height = Math.max(38, (lines.length * name.pitch) / (1 - part) + 4);
    return { step, width, height, slope: width / 2, lines };
  });
  const lowest = boxes.reduce((best, box) => (box.height < best.height ? box : best));
  if (lowest.height <= highestDiamond) return lowest;
  const lines = linesOf(typesetter, step, number, width - 2 * stretchedSlope - 2);
  const height = lines.length * name.pitch + 2 * paddingY;
  return { step, width, height, slope: stretchedSlope, lines };
}

function linesOf(
  typesetter: Typesetter,
  step: DrawnStep,
  number: string,
  width: number,
): readonly BoxLine[] {
  const weight = step.critical || isBar(step.type) ? 'bold' : 'regular';
  const color = isBar(step.type) ? ink.onDark : name.color;
  const named = { ...name, weight, color } as const;
  const names = typesetter.wrap(`${number}. ${step.name}`, named, width);
  const roles =
    step.role === undefined || isBar(step.type) ? [] : typesetter.wrap(step.role, role, width);
  return [
    ...cut(names, mostLines.name).map((text) => ({ text, style: named })),
    ...cut(roles, mostLines.role).map((text) => ({ text, style: role })),
  ];
}

function cut(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const last = Array.from(lines[most - 1] ?? '').slice(0, -2);
  return [...lines.slice(0, most - 1), `${last.join('')}…`];
}
