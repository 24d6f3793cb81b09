import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { buildModel } from '../../core/src/model/build.ts';
import { placeOf } from '../../core/src/engine/evaluate.ts';
import type { Model } from '../../core/src/model/model.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';
import type { Transfer } from '../../core/src/model/privacy/transfer.ts';

const chinese = 'organization: { role: controller, establishments: [CN], markets: [CN] }';
const german = 'organization: { role: controller, establishments: [DE], markets: [DE] }';

function modelOf(text: string): Model {
  const header = 'apiVersion: flowaudit/v1\nkind: Process\nid: example\nname: Example\n';
  const [process] = resourcesOf(parse('example.process.yaml', header + text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.file.faults).toEqual([]);
  expect(process.faults).toEqual([]);
  return buildModel({ process });
}

function transfersIn(model: Model): readonly Transfer[] {
  return model.views['transfers'] as readonly Transfer[]; // what this view is made of
}

/** Each transfer as `<kind> <place>: <from China> <from the EEA>`, `?` where nobody can tell. */
function told(text: string): readonly string[] {
  const model = modelOf(text);
  return transfersIn(model).map((transfer) => {
    const { kind, leavesChina = '?', leavesEea = '?' } = transfer;
    const origin = model.originOf(transfer);
    if (origin === undefined) throw new Error('a transfer stands for words of the file');
    const place = placeOf(origin).replace('example/steps/', '');
    return `${kind} ${place}: ${String(leavesChina)} ${String(leavesEea)}`;
  });
}

/** A process with one step that shares a phone number with `to`. */
function sharing(organization: string, recipient: string, share = '', rest = ''): string {
  return `${organization}
data: { phone: { category: contact.phone, subject: customer } }
recipients: { to: { role: processor, ${recipient} } }
${rest}
start: a
steps: { a: { name: Share, type: task, shares: [{ data: [phone], with: to${share} }], end: true } }
`;
}

test('what goes from the mainland to another country leaves China', () => {
  expect(told(sharing(chinese, 'country: US'))).toEqual(['share a/shares/to: true false']);
});

test.each(['HK', 'MO', 'TW', 'CN-HK'])('%s counts as outside the mainland', (country) => {
  expect(told(sharing(chinese, `country: ${country}`))).toEqual(['share a/shares/to: true false']);
});

test.each(['CN', 'CN-SH'])('%s is inside', (country) => {
  expect(told(sharing(chinese, `country: ${country}`))).toEqual([]);
});

test.each(['US', 'GB', 'CH', 'CN'])('from the EEA, %s is outside', (country) => {
  expect(told(sharing(german, `country: ${country}`))).toEqual(['share a/shares/to: false true']);
});

test.each(['FR', 'NO', 'IS', 'LI', 'EEA', 'EU', 'RE'])('from the EEA, %s is inside', (country) => {
  expect(told(sharing(german, `country: ${country}`))).toEqual([]);
});

test('an undeclared country leaves it open, and is named', () => {
  const model = modelOf(sharing(chinese, 'group: false'));
  const [transfer] = transfersIn(model);
  expect(transfer?.leavesChina).toBe(undefined);
  expect(transfer?.undeclaredForChina).toEqual(['recipients.to.country']);
  expect(transfer?.leavesEea).toBe(false);
});

test('where the persons are decides: data of persons abroad leave no China', () => {
  const abroad = 'subjects: { customer: { type: customer, regions: [DE] } }';
  const both = 'subjects: { customer: { type: customer, regions: [DE, CN] } }';
  expect(told(sharing(chinese, 'country: US', '', abroad))).toEqual([]);
  expect(told(sharing(chinese, 'country: US', '', both))).toEqual([
    'share a/shares/to: true false',
  ]);
});

test('with markets on both sides the regions of the persons are asked', () => {
  const both = 'organization: { role: controller, establishments: [CN], markets: [CN, DE] }';
  const [transfer] = transfersIn(modelOf(sharing(both, 'country: US')));
  expect(transfer?.undeclaredForChina).toEqual(['subjects.customer.regions']);
  expect(transfer?.undeclaredForEea).toEqual(['subjects.customer.regions']);
});

test('a Chinese company that serves Germans exports their data when it passes them on in China', () => {
  const both = 'organization: { role: controller, establishments: [CN], markets: [CN, DE] }';
  const persons = 'subjects: { customer: { type: customer, regions: [DE] } }';
  expect(told(sharing(both, 'country: CN', '', persons))).toEqual([
    'share a/shares/to: false true',
  ]);
});

test('what a recipient collects itself leaves China, but is no transfer of ours from the EEA', () => {
  const own = ', mode: direct_collection';
  expect(told(sharing(chinese, 'country: US', own))).toEqual(['share a/shares/to: true false']);
  expect(told(sharing(german, 'country: US', own))).toEqual([]);
});

test('nothing leaves where data stay on the device, are published, or are none of persons', () => {
  expect(told(sharing(chinese, 'country: US', ', network: on_device'))).toEqual([]);
  expect(told(sharing(chinese, 'country: US, personalData: false'))).toEqual([]);
  const anonymous = sharing(chinese, 'country: US').replace(
    'subject: customer',
    'subject: customer, identifiability: anonymised',
  );
  expect(told(anonymous)).toEqual([]);
  expect(told(sharing(chinese, 'country: US').replace('processor', 'public'))).toEqual([]);
});

test('important data leave China although they are about nobody', () => {
  const text = sharing(chinese, 'country: US').replace(
    'category: contact.phone, subject: customer',
    'category: none, importantData: notified',
  );
  const [transfer] = transfersIn(modelOf(text));
  expect(transfer?.leavesChina).toBe(true);
  expect(transfer?.importantData).toBe(true);
  expect(transfer?.personal).toBe(false);
});

/** A process whose one step reads a phone number in a system. */
function using(organization: string, system: string, rest = ''): string {
  return `${organization}
data: { phone: { category: contact.phone, subject: customer } }
systems: { crm: { ${system} } }
${rest}
start: a
steps: { a: { name: Read, type: task, systems: [crm], reads: [phone], end: true } }
`;
}

const host = 'recipients: { host: { role: processor, country: US } }';

test('a system abroad is an export from China whoever runs it', () => {
  expect(told(using(chinese, 'country: US'))).toEqual(['system a/systems/crm: true false']);
});

test('from the EEA only a system of somebody else is', () => {
  expect(told(using(german, 'country: US, operator: host', host))).toEqual([
    'system a/systems/crm: false true',
  ]);
  const [own] = transfersIn(modelOf(using(german, 'country: US')));
  expect(own?.leavesEea).toBe(false);
  expect(own?.ownOutsideEea).toBe(true);
});

test('who runs a system here from abroad has access to it', () => {
  const [transfer] = transfersIn(modelOf(using(german, 'country: DE, operator: host', host)));
  expect(transfer?.mode).toBe('remote_access');
  expect(transfer?.outsideEea).toBe('US');
});

test('a copy that serves other regions makes no transfer', () => {
  expect(told(using(chinese, 'country: US, servesRegions: [US]'))).toEqual([]);
  expect(told(using(chinese, 'country: US, servesRegions: [US, CN]'))).toEqual([
    'system a/systems/crm: true false',
  ]);
});

test('a system whose country nobody declared leaves it open', () => {
  const [transfer] = transfersIn(modelOf(using(chinese, 'name: CRM')));
  expect(transfer?.undeclaredForChina).toEqual(['systems.crm.country']);
});

test('a system that holds no personal data, or none of these, makes no transfer', () => {
  expect(told(using(chinese, 'country: US, personalData: false'))).toEqual([]);
  const two = using(chinese, 'country: US', 'x-note: two systems').replace(
    'systems: [crm]',
    'systems: [crm, here]',
  );
  const known = two
    .replace('systems: { crm', 'systems: { here: { country: CN }, crm')
    .replace('subject: customer', 'subject: customer, system: here');
  expect(told(known)).toEqual([]);
  const open = two.replace('systems: { crm', 'systems: { here: { country: CN }, crm');
  expect(transfersIn(modelOf(open))[0]?.undeclaredForChina).toEqual(['data.phone.system']);
});

test('a system that no step names is found through what it stores', () => {
  const text = using(chinese, 'country: US')
    .replace('subject: customer', 'subject: customer, system: crm')
    .replace('systems: [crm], ', '');
  expect(told(text)).toEqual(['system a/reads/phone: true false']);
});

test('one share to its operator states what happens in a system', () => {
  const text = (share: string): string => `${chinese}
data: { phone: { category: contact.phone, subject: customer } }
systems: { crm: { country: US, operator: host } }
recipients: { host: { role: processor, country: US }, other: { role: processor, country: US } }
start: a
steps: { a: { name: Read, type: task, systems: [crm], reads: [phone], shares: [{ data: [phone], with: ${share} }], end: true } }
`;
  const unstated = (share: string): unknown =>
    transfersIn(modelOf(text(share)))
      .find(({ kind }) => kind === 'system')
      ?.unstatedFromChina.map(({ id }) => id);
  expect(unstated('host')).toEqual([]);
  expect(unstated('other')).toEqual(['phone']);
});

test('a share states the access of a desk abroad only for the data it names, at its steps or before', () => {
  const text = `organization: { role: controller, establishments: [CN, NL], markets: [CN, NL] }
subjects: { client: { regions: [NL] }, buyer: { regions: [CN] } }
data:
  sent: { category: contact.phone, subject: buyer }
  read: { category: contact.phone, subject: buyer }
  late: { category: contact.phone, subject: buyer }
  aside: { category: contact.phone, subject: buyer }
  made: { category: contact.phone, subject: buyer }
  mail: { category: contact.email, subject: client }
recipients: { desk: { role: processor, country: PH }, other: { role: processor, country: PH } }
roles: { agent: { kind: supplier, recipient: desk } }
start: send
steps:
  send: { name: Send, type: task, shares: [{ data: [sent], with: desk }, { data: [mail], with: other }], next: [{ to: work, when: a }, { to: turn, when: b }] }
  turn: { name: Turn away, type: task, shares: [{ data: [aside], with: desk }], end: true }
  work: { name: Work, type: task, role: agent, reads: [sent, late, aside, mail], writes: [made], next: more }
  more: { name: More, type: task, role: agent, reads: [read], shares: [{ data: [read], with: desk }], next: close }
  close: { name: Close, type: task, shares: [{ data: [late], with: desk }], end: true }
`;
  const role = transfersIn(modelOf(text)).find(({ kind }) => kind === 'role');
  expect(role?.unstatedFromChina.map(({ id }) => id)).toEqual(['late', 'aside']);
  expect(role?.unstatedFromEea.map(({ id }) => id)).toEqual(['mail']);
});

/** A process whose one step is done by a role. */
function doing(organization: string, role: string, rest = ''): string {
  return `${organization}
data: { phone: { category: contact.phone, subject: customer } }
roles: { agent: { name: Agent, ${role} } }
${rest}
start: a
steps: { a: { name: Read, type: task, role: agent, reads: [phone], end: true } }
`;
}

test('people abroad who read the data make an export from China, our own as well', () => {
  expect(told(doing(chinese, 'country: PH'))).toEqual(['role a/role: true false']);
});

test('from the EEA our own people abroad make no transfer, those of a supplier do', () => {
  const [own] = transfersIn(modelOf(doing(german, 'country: PH')));
  expect([own?.leavesEea, own?.ownOutsideEea]).toEqual([false, true]);
  expect(told(doing(german, 'country: PH, recipient: host', host))).toEqual([
    'role a/role: false true',
  ]);
});

test('the people of a supplier are where it is, unless the role says more', () => {
  expect(told(doing(chinese, 'recipient: host', host))).toEqual(['role a/role: true false']);
  expect(told(doing(chinese, 'recipient: host, country: CN', host))).toEqual([]);
  const here = 'sites: [{ country: PH, servesRegions: [US] }, { country: CN }]';
  expect(told(doing(chinese, here))).toEqual([]);
});

test('our own people without a place are with us', () => {
  expect(told(doing(chinese, 'headcount: 3'))).toEqual([]);
});

test('people abroad who read what is held abroad anyway are no second transfer', () => {
  const text = doing(chinese, 'country: US', 'systems: { crm: { country: US } }').replace(
    'role: agent',
    'role: agent, systems: [crm]',
  );
  expect(told(text)).toEqual(['system a/systems/crm: true false']);
});

test('who collects from abroad exports by collecting', () => {
  const text = (seats: string, rest = ''): string => `
organization: { role: controller, establishments: [${seats}], markets: [CN] }
data: { phone: { category: contact.phone, subject: customer } }
${rest}
start: a
steps: { a: { name: Ask, type: task, systems: [crm], collects: [phone], end: true } }
`;
  expect(told(text('SG', 'systems: { crm: { country: CN } }'))).toEqual([]);
  expect(told(text('SG', 'systems: { crm: { country: SG } }'))).toEqual([
    'system a/systems/crm: true false',
    'collection a/collects/phone: true false',
  ]);
  expect(told(text('SG, CN', 'systems: { crm: { country: CN } }'))).toEqual([]);
});

test('what is received from the EEA has left it', () => {
  const text = (country: string): string => `
organization: { role: processor, establishments: [CN], markets: [DE] }
data: { phone: { category: contact.phone, subject: customer } }
principals: { brand: { role: controller, country: ${country} } }
start: a
steps: { a: { name: Take over, type: task, receives: [{ data: [phone], from: brand }], end: true } }
`;
  expect(told(text('FR'))).toEqual(['receipt a/receives/brand: false true']);
  expect(told(text('US'))).toEqual([]);
});

test('a tool of one law is none of the other, but a second share to the same party may name it', () => {
  const text = (second: string): string => `
organization: { role: controller, establishments: [CN], markets: [CN] }
data: { phone: { category: contact.phone, subject: customer } }
recipients: { to: { role: processor, country: US } }
start: a
steps:
  a:
    name: Share
    type: task
    shares: [{ data: [phone], with: to, mechanism: eu.scc }, { data: [phone], with: to${second} }]
    end: true
`;
  const first = (second: string): Transfer | undefined => transfersIn(modelOf(text(second)))[0];
  expect(first('')?.chineseMechanism).toBe(undefined);
  expect(first('')?.europeanMechanism).toBe('scc');
  expect(first(', mechanism: cn.certification')?.chineseMechanism).toBe('certification');
});

test('the gravest sensitivity among the items counts', () => {
  const text = (categories: readonly string[]): string => `${chinese}
data: { ${categories.map((category, index) => `d${String(index)}: { category: ${category} }`).join(', ')} }
recipients: { to: { role: processor, country: US } }
start: a
steps: { a: { name: Share, type: task, shares: [{ data: [${categories.map((_, index) => `d${String(index)}`).join(', ')}], with: to }], end: true } }
`;
  const sensitivity = (...categories: readonly string[]): unknown =>
    transfersIn(modelOf(text(categories)))[0]?.sensitivity;
  expect(sensitivity('contact.phone')).toBe('no');
  expect(sensitivity('contact.phone', 'gov_id.number')).toBe('likely');
  expect(sensitivity('contact.phone', 'gov_id.number', 'health')).toBe('yes');
});

/** The entity-wide numbers with two shares abroad. */
function personsOf(exports: string, first: string, second: string): unknown {
  const model = modelOf(`
organization: { role: controller, establishments: [CN], markets: [CN]${exports} }
data: { phone: { category: contact.phone, subject: customer } }
recipients: { one: { role: processor, country: US }, two: { role: processor, country: SG } }
purposes: { order: { category: order.fulfilment, basis: { cn: contract } }, report: { category: group.reporting, basis: { cn: contract } } }
start: a
steps: { a: { name: Share, type: task, purpose: order, shares: [{ data: [phone], with: one, ${first} }, { data: [phone], with: two, ${second} }], end: true } }
`);
  return Reflect.get(model.views.organization ?? {}, 'exportPersons');
}

const none = { certain: 0, possible: 0, stated: false };

test('a total that the organisation states counts', () => {
  expect(
    personsOf(', exports: { general: 99999, sensitive: 10000 }', 'masked: false', 'masked: false'),
  ).toEqual({
    general: { certain: 99999, possible: 99999, stated: true },
    sensitive: { certain: 10000, possible: 10000, stated: true },
  });
});

test('without a total the largest share is certain, and the sum only possible', () => {
  expect(personsOf('', 'personsYtd: { general: 60000 }', 'personsYtd: { general: 40000 }')).toEqual(
    {
      general: { certain: 60000, possible: 100000, stated: false },
      sensitive: none,
    },
  );
});

test('persons of a valid exemption are left out, those of an invalid one are not', () => {
  const exempt = 'exemption: contract, personsYtd: { general: 60000 }';
  expect(personsOf('', exempt, 'personsYtd: { general: 40000 }')).toEqual({
    general: { certain: 40000, possible: 40000, stated: false },
    sensitive: none,
  });
  expect(personsOf('', `purpose: report, ${exempt}`, 'personsYtd: { general: 40000 }')).toEqual({
    general: { certain: 60000, possible: 100000, stated: false },
    sensitive: none,
  });
});

test('an exemption whose facts are open may hold: its persons are possible, not certain', () => {
  const open = 'exemption: emergency, personsYtd: { general: 60000 }';
  expect(personsOf('', open, 'personsYtd: { general: 40000 }')).toEqual({
    general: { certain: 40000, possible: 100000, stated: false },
    sensitive: none,
  });
});

test('what is exported for somebody else is not counted as ours', () => {
  const model = modelOf(
    sharing(chinese, 'country: US', ', personsYtd: { general: 5 }').replace(
      'role: controller',
      'role: processor',
    ),
  );
  expect(Reflect.get(model.views.organization ?? {}, 'exportPersons')).toEqual({
    general: none,
    sensitive: none,
  });
});
