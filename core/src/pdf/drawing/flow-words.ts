import type { MessageData, MessageId } from '../../i18n/translate.ts';
import type { DrawnEdge } from './flow-drawing.ts';
import type { DrawingPlan } from './plan.ts';

export type Say = (id: MessageId, data?: MessageData) => string;

/** What stands beside an arrow: why it is taken, and how often. */
export function labelOf({ kind, probability }: DrawnEdge, say: Say): string {
  return [
    ...(kind === 'next' ? [] : [say(`report.drawing.${kind}`)]),
    ...(probability === undefined ? [] : [percentText(probability)]),
  ].join(' ');
}

/** The words of a list, with the marks of the language between them. */
export function listed(words: readonly string[], say: Say): string {
  const [first = '', ...others] = words;
  return others.reduce((list, item) => say('report.drawing.list', { list, item }), first);
}

/** A share in percent, with at most four significant digits. */
function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(4))}%`;
}

/** The steps of one page and where each leads, for readers who cannot see the drawing. */
export function stepsInWords(plan: DrawingPlan, nodes: readonly number[], say: Say): string {
  const numbers = nodes.map((node) => plan.numbers[node] ?? 0);
  const title = say('report.drawing.title', {
    first: Math.min(...numbers),
    last: Math.max(...numbers),
  });
  return [title, ...nodes.map((node) => stepInWords(plan, node, say))].join('\n');
}

function stepInWords({ boxes, numbers, edges }: DrawingPlan, node: number, say: Say): string {
  const step = boxes[node]?.step;
  if (step === undefined) return '';
  const numberOf = new Map(boxes.map(({ step: { id } }, index) => [id, numbers[index] ?? 0]));
  const kinds = [
    say(`report.drawing.${step.type}`),
    ...(step.role === undefined ? [] : [step.role]),
    ...(step.critical ? [say('report.drawing.critical')] : []),
  ];
  const exits = edges.filter(({ from }) => from === step.id);
  const named = say('report.drawing.step', {
    number: numbers[node] ?? 0,
    name: step.name,
    kinds: listed(kinds, say),
  });
  if (exits.length === 0) return say('report.drawing.last', { step: named });
  const ways = exits.map((edge) => {
    const number = numberOf.get(edge.to) ?? 0;
    const label = labelOf(edge, say);
    return label === '' ? String(number) : say('report.drawing.way', { number, label });
  });
  return say('report.drawing.leads', { step: named, ways: listed(ways, say) });
}
