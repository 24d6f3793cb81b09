import type { DrawnEdge, DrawnStep, FlowDrawing, StepType } from '../../../core/src/pdf/index.ts';
import type { Locale } from '../../../core/src/i18n/text.ts';

/* Processes of every shape that a drawing must cope with. */

type Names = Readonly<Record<Locale, readonly string[]>>;

const names: Names = {
  zh: [
    '受理投诉',
    '核对客户身份与订单信息',
    '判断类别',
    '联系客户补充材料',
    '仓库核查实物并拍照留存证据',
    '主管审批赔付方案',
    '通知客户',
    '归档',
  ],
  en: [
    'Receive complaint',
    'Verify identity of the customer and the order',
    'Classify',
    'Ask the customer for what is missing',
    'Have the warehouse inspect the goods and keep photographs as evidence',
    'Approve the compensation',
    'Tell the customer',
    'Archive',
  ],
};

const types: readonly StepType[] = ['task', 'automated', 'approval', 'wait', 'subprocess'];

function stepAt(locale: Locale, index: number, type?: StepType): DrawnStep {
  const name = names[locale][index % 8] ?? '';
  return {
    id: `s${index}`,
    name: `${name} ${index}`,
    type: type ?? types[index % 5] ?? 'task',
    ...(index % 3 === 0 && { role: { zh: '前端坐席', en: 'Front-line agent' }[locale] }),
    critical: false,
  };
}

function edge(from: number, to: number, more: Partial<DrawnEdge> = {}): DrawnEdge {
  return { from: `s${from}`, to: `s${to}`, kind: 'next', critical: false, ...more };
}

/** Steps one after the other; all of them are critical. */
export function straightLine(locale: Locale, count: number): FlowDrawing {
  return {
    steps: Array.from({ length: count }, (_, index) => ({
      ...stepAt(locale, index, index === count - 1 ? 'end' : undefined),
      critical: true,
    })),
    edges: Array.from({ length: count - 1 }, (_, index) =>
      edge(index, index + 1, { critical: true }),
    ),
  };
}

/** The complaint process of the samples, by hand: three branches, a loop, failures. */
export function branchesWithLoop(locale: Locale): FlowDrawing {
  const step = (
    id: string,
    zh: string,
    en: string,
    type: StepType,
    critical = false,
    role?: Readonly<Record<Locale, string>>,
  ): DrawnStep => ({
    id,
    name: { zh, en }[locale],
    type,
    critical,
    ...(role !== undefined && { role: role[locale] }),
  });
  const frontline = { zh: '前端坐席', en: 'Front line' };
  const go = (from: string, to: string, more: Partial<DrawnEdge> = {}): DrawnEdge => ({
    from,
    to,
    kind: 'next',
    critical: false,
    ...more,
  });
  return {
    steps: [
      step('intake', '受理投诉', 'Receive complaint', 'automated', true),
      step('human_intake', '人工受理', 'Receive by hand', 'task', false, frontline),
      step('classify', '判断类别', 'What kind of complaint?', 'choice', true),
      step('auto_reply', '自动答复', 'Reply automatically', 'automated'),
      step('handle', '处理投诉', 'Handle complaint', 'task', true, frontline),
      step('urgent', '加急处理', 'Handle urgently', 'task', false, { zh: '专家', en: 'Expert' }),
      step('feedback', '请客户确认', 'Ask the customer to confirm', 'wait', true),
      step('satisfied', '客户是否满意？', 'Is the customer satisfied?', 'choice', true),
      step('escalate', '升级至主管', 'Escalate to the lead', 'approval', false, {
        zh: '主管',
        en: 'Lead',
      }),
      step('archive', '归档', 'Archive', 'automated', true),
      step('done', '办结', 'Done', 'end', true),
    ],
    edges: [
      go('intake', 'classify', { critical: true }),
      go('intake', 'human_intake', { kind: 'failure' }),
      go('human_intake', 'classify'),
      go('classify', 'auto_reply', { probability: 0.55 }),
      go('classify', 'handle', { probability: 0.35, critical: true }),
      go('classify', 'urgent', { probability: 0.1 }),
      go('auto_reply', 'feedback'),
      go('handle', 'feedback', { critical: true }),
      go('handle', 'escalate', { kind: 'timeout' }),
      go('urgent', 'feedback'),
      go('escalate', 'feedback'),
      go('feedback', 'satisfied', { critical: true }),
      go('satisfied', 'handle', { probability: 0.125 }),
      go('satisfied', 'archive', { probability: 0.875, critical: true }),
      go('satisfied', 'archive', { kind: 'loopExit' }),
      go('archive', 'done', { critical: true }),
    ],
  };
}

/** Work that is split over `width` branches and brought together again. */
export function parallelWork(locale: Locale, width: number): FlowDrawing {
  const join = width + 2;
  return {
    steps: [
      stepAt(locale, 0, 'task'),
      { ...stepAt(locale, 1, 'parallel'), critical: true },
      ...Array.from({ length: width }, (_, index) => ({
        ...stepAt(locale, index + 2),
        critical: index === 1,
      })),
      { ...stepAt(locale, join, 'join'), critical: true },
      { ...stepAt(locale, join + 1, 'end'), critical: true },
    ],
    edges: [
      edge(0, 1, { critical: true }),
      ...Array.from({ length: width }, (_, index) => edge(1, index + 2, { critical: index === 1 })),
      ...Array.from({ length: width }, (_, index) =>
        edge(index + 2, join, { critical: index === 1 }),
      ),
      edge(join, join + 1, { critical: true }),
    ],
  };
}

/** A process of blocks as people write them: lines, choices, parallels, loops back, failures. */
export function mixedFlow(locale: Locale, count: number): FlowDrawing {
  const steps: DrawnStep[] = [{ ...stepAt(locale, 0, 'task'), critical: true }];
  const edges: DrawnEdge[] = [];
  const add = (type?: StepType, critical = false): number => {
    steps.push({ ...stepAt(locale, steps.length, type), critical });
    return steps.length - 1;
  };
  let last = 0;
  for (let block = 0; steps.length < count - 7; block++) {
    const before = last;
    if (block % 4 === 3) {
      last = add(undefined, true);
      edges.push(edge(before, last, { critical: true }));
      continue;
    }
    const split = add(block % 2 === 0 ? 'choice' : 'parallel', true);
    edges.push(edge(before, split, { critical: true }));
    const branches = 2 + (block % 3);
    const ends = Array.from({ length: branches }, (_, index) => {
      const first = add(undefined, index === 0);
      const share =
        block % 2 === 0 ? { probability: index === 0 ? 0.6 : 0.4 / (branches - 1) } : {};
      edges.push(edge(split, first, { ...share, critical: index === 0 }));
      if (index !== 1) return first;
      const second = add();
      edges.push(edge(first, second));
      return second;
    });
    last = add(block % 2 === 0 ? 'task' : 'join', true);
    for (const [index, end] of ends.entries()) {
      edges.push(edge(end, last, { critical: index === 0 }));
    }
    if (block % 3 === 1) edges.push(edge(last, split, { probability: 0.05 }));
    if (block % 5 === 2) edges.push(edge(ends[0] ?? 0, 0, { kind: 'failure' }));
    if (block % 5 === 4) edges.push(edge(last, last, { probability: 0.1 }));
  }
  const end = add('end', true);
  edges.push(edge(last, end, { critical: true }));
  return { steps, edges };
}
