import { describe, expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { buildModel } from '../../core/src/model/build.ts';
import type { Views } from '../../core/src/model/model.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';

function viewsOf(text: string): Views {
  const header = 'apiVersion: flowaudit/v1\nkind: Process\nid: example\nname: Example\n';
  const [process] = resourcesOf(parse('example.process.yaml', `${header}${text.trimStart()}\n`));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.faults).toEqual([]);
  return buildModel({ process }).views;
}

/** One fact of each entry that has it, by id. */
function factsOf(views: Views, view: string, fact: string): Record<string, unknown> {
  const entries = views[view];
  if (!Array.isArray(entries)) throw new Error(`there is no view ${view}`);
  return Object.fromEntries(
    entries.flatMap((entry: object) => {
      const value: unknown = Reflect.get(entry, fact);
      return value === undefined ? [] : [[String(Reflect.get(entry, 'id')), value]];
    }),
  );
}

function processFact(views: Views, fact: string): unknown {
  return Reflect.get(views.process ?? {}, fact);
}

describe('loops', () => {
  test('a loop that nothing leaves is named at its first step', () => {
    const views = viewsOf(`
start: ask
steps:
  ask: { name: Ask customer, type: task, next: wait }
  wait: { name: Wait, type: wait, next: ask }
  close: { name: Close case, type: end }`);
    expect(factsOf(views, 'steps', 'closedLoop')).toEqual({ ask: ['ask', 'wait'] });
    expect(factsOf(views, 'steps', 'leftBy')).toEqual({});
  });

  test('a loop that only a failure leaves is no closed loop', () => {
    const views = viewsOf(`
start: ask
steps:
  ask: { name: Ask customer, type: task, onFailure: { goto: close }, next: wait }
  wait: { name: Wait, type: wait, next: ask }
  close: { name: Close case, type: end }`);
    expect(factsOf(views, 'steps', 'closedLoop')).toEqual({});
    expect(factsOf(views, 'steps', 'leftBy')).toMatchObject({
      ask: { steps: ['ask', 'wait'], exit: 'exits-only' },
    });
  });

  test('nobody cares for a closed loop that no case reaches', () => {
    const views = viewsOf(`
start: close
steps:
  ask: { name: Ask customer, type: task, next: ask }
  close: { name: Close case, type: end }`);
    expect(factsOf(views, 'steps', 'closedLoop')).toEqual({});
  });

  test('steps that stand in for each other make a circle of failures', () => {
    const views = viewsOf(`
start: bot
steps:
  bot: { name: Answer, type: automated, onFailure: { goto: list }, next: close }
  list: { name: List answers, type: automated, onTimeout: { after: 5s, goto: bot }, next: close }
  close: { name: Close case, type: end }`);
    expect(factsOf(views, 'steps', 'failureCycle')).toEqual({ bot: ['bot', 'list'] });
  });
});

describe('people and departments', () => {
  const roles = `
roles:
  agent: { name: Agent, department: service, onShift: 2 }
  clerk: { name: Clerk, department: finance, onShift: 2 }
  bot: { name: Bot, kind: system, department: technology }
systems: { desk: { name: Help desk }, crm: { name: CRM } }`;

  test('approvals are counted on the way that has most, and with their repeats', () => {
    const views = viewsOf(`${roles}
start: check
steps:
  check: { name: Check, type: approval, role: agent, next: [{ to: sign, when: fine, probability: 90% }, { to: check, when: not fine, probability: 10%, loop: { max: 2, then: close } }] }
  sign: { name: Sign, type: approval, role: clerk, next: close }
  close: { name: Close case, type: end }`);
    expect(processFact(views, 'mostApprovals')).toEqual({
      distinct: 2,
      steps: ['check', 'sign'],
      repeated: 4,
    });
  });

  test('approvals in a loop without a maximum have no number of repeats', () => {
    const views = viewsOf(`${roles}
start: check
steps:
  check: { name: Check, type: approval, next: [{ to: close, when: fine }, { to: check, when: not fine }] }
  close: { name: Close case, type: end }`);
    expect(processFact(views, 'mostApprovals')).toEqual({ distinct: 1, steps: ['check'] });
  });

  test('a system has no department', () => {
    const views = viewsOf(`${roles}
start: receive
steps:
  receive: { name: Receive, type: task, role: bot, next: answer }
  answer: { name: Answer, type: task, role: agent, next: pay }
  pay: { name: Pay, type: task, role: clerk, end: true }`);
    expect(processFact(views, 'mostDepartments')).toEqual({
      departments: ['service', 'finance'],
      isExact: true,
    });
  });

  test('who writes what they approve is named with the step', () => {
    const views = viewsOf(`${roles}
data: { offer: { name: Offer, category: none } }
start: prepare
steps:
  prepare: { name: Prepare, type: task, role: agent, writes: [offer], next: approve }
  approve: { name: Approve, type: approval, role: agent, decides: offer, end: true }`);
    expect(factsOf(views, 'steps', 'dutyConflicts')).toEqual({
      approve: [
        {
          at: 'approve',
          role: 'agent',
          decides: 'offer',
          performer: 'prepare',
          path: ['prepare', 'approve'],
        },
      ],
    });
  });

  test('the nearest person is counted in steps of work, gateways aside', () => {
    const views = viewsOf(`${roles}
channels: { chat: { name: Chat } }
start: greet
steps:
  greet: { name: Greet, type: automated, channels: [chat], next: ask }
  ask: { name: Ask, type: task, role: bot, channels: [chat], next: route }
  route: { name: Route, type: choice, next: [{ to: help, when: unclear }, { to: close, when: clear }] }
  inform: { name: Inform, type: automated, channels: [chat], notify: [customer], next: close }
  menu: { name: Show menu, type: automated, channels: [chat], handoff: { to: agent }, next: inform }
  help: { name: Help, type: task, role: agent, channels: [chat], next: close }
  close: { name: Close case, type: end }`);
    expect(factsOf(views, 'steps', 'humanExit')).toEqual({
      greet: { at: 'greet', hops: 2, path: ['greet', 'ask', 'route', 'help'] },
      ask: { at: 'ask', hops: 1, path: ['ask', 'route', 'help'] },
      menu: { at: 'menu', hops: 1, path: ['menu'] },
    });
  });

  test('an approver is in a step, a role and a system that no step names are not', () => {
    const views = viewsOf(`${roles}
start: approve
steps:
  approve: { name: Approve, type: approval, approvers: [clerk], systems: [desk], end: true }`);
    expect(factsOf(views, 'roles', 'inSteps')).toEqual({ agent: false, clerk: true, bot: false });
    expect(factsOf(views, 'systems', 'inSteps')).toEqual({ desk: true, crm: false });
  });
});

describe('stages', () => {
  test('a case that was refused need not pass all stages, one that was solved must', () => {
    const views = viewsOf(`
stages: [book, install, bill]
start: book
steps:
  book: { name: Book, type: task, stage: book, next: [{ to: install, when: possible }, { to: refused, when: not possible }, { to: done, when: there already }] }
  install: { name: Install, type: task, stage: install, next: bill }
  bill: { name: Bill, type: task, stage: bill, end: true }
  refused: { name: Refused, type: end, outcome: rejected }
  done: { name: Done, type: end, outcome: solved }`);
    expect(factsOf(views, 'steps', 'missedStages')).toEqual({
      done: [
        { kind: 'missing', stage: 'install', at: 'done', path: ['book', 'done'] },
        { kind: 'missing', stage: 'bill', at: 'done', path: ['book', 'done'] },
      ],
    });
  });

  test('a stage that begins after a later one is late', () => {
    const views = viewsOf(`
start: solve
steps:
  solve: { name: Solve, type: task, stage: handle, next: receive }
  receive: { name: Receive, type: task, stage: intake, end: true }`);
    expect(factsOf(views, 'steps', 'lateStages')).toEqual({
      receive: [
        {
          kind: 'out-of-order',
          stage: 'intake',
          at: 'receive',
          after: 'handle',
          path: ['solve', 'receive'],
        },
      ],
    });
  });
});

describe('data', () => {
  const asking = `
data: { phone: { name: Phone number, category: contact.phone } }
start: ask
steps:
  ask: { name: Ask, type: task, collects: [phone], next: check }
  check: { name: Check, type: task, next: [{ to: close, when: fine }, { to: ask, when: wrong, loop: { max: 2, then: close } }] }
  close: { name: Close case, type: end }`;

  /** `<step> <item>` of the uses with that fact. */
  function usesWith(views: Views, fact: string): string[] {
    const uses = views['dataUses'];
    if (!Array.isArray(uses)) throw new Error('there are no uses of data');
    return uses.flatMap((use: object) =>
      Reflect.get(use, fact) === undefined
        ? []
        : [`${String(Reflect.get(use, 'step'))} ${String(Reflect.get(use, 'item'))}`],
    );
  }

  test('who comes back in a declared loop is not asked twice', () => {
    expect(usesWith(viewsOf(asking), 'askedBefore')).toEqual([]);
  });

  test('every later step that asks again is named', () => {
    const twice = asking
      .replace('type: task, next: [', 'type: task, collects: [phone], next: [')
      .replace('type: end }', 'type: task, collects: [phone], end: true }');
    expect(usesWith(viewsOf(twice), 'askedBefore')).toEqual(['check phone', 'close phone']);
  });

  test('what a step requires, receives or returns is there when the step reads it', () => {
    const views = viewsOf(`
data: { form: { name: Form, category: none }, note: { name: Note, category: none } }
start: read
steps:
  read: { name: Read, type: task, requires: [form], reads: [form, note], end: true }`);
    expect(usesWith(views, 'lacking')).toEqual(['read note']);
  });
});

test('the readability of a process counts its steps', () => {
  const views = viewsOf(`
start: ask
steps:
  ask: { name: Ask, type: task, next: [{ to: close, when: fine }, { to: call, when: wrong }] }
  call: { name: Call, type: task, next: close }
  close: { name: Close case, type: end }`);
  expect(processFact(views, 'readability')).toMatchObject({ steps: 3, arrows: 3, complexity: 2 });
});

test('of two entries of a list with one id the later one knows the earlier', () => {
  const { process } = viewsOf(`
steps: { close: { name: Close case, type: end } }
start: close
risks: [{ id: r1, likelihood: 1 }, { id: r2, likelihood: 2 }, { id: r1, likelihood: 3 }]`);
  const risks: unknown = process?.['risks'];
  if (!Array.isArray(risks)) throw new Error('there are no risks');
  expect(risks.map((risk: object) => Reflect.get(risk, 'sameIdAs'))).toEqual([
    undefined,
    undefined,
    risks[0],
  ]);
});

test('nothing is worked out before a rule asks', () => {
  const views = viewsOf(`
steps: { close: { name: Close case, type: end } }
start: close`);
  for (const fact of ['mostApprovals', 'mostDepartments', 'readability', 'soundness']) {
    const stated = Object.getOwnPropertyDescriptor(views.process ?? {}, fact);
    expect(Object.keys(stated ?? {}), fact).toContain('get');
  }
});
