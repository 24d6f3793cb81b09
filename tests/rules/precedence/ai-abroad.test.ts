import { expect, test } from 'vitest';
import { parse } from '../../../core/src/document/parse.ts';
import { check } from '../../../core/src/engine/check.ts';
import { buildModel } from '../../../core/src/model/build.ts';
import { resourcesOf } from '../../../core/src/model/resource.ts';
import { library } from '../library.ts';

const header = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
channels: { chat: { name: Chat, kind: chat } }
roles: { agent: { name: Agent } }
`;

/** What the named rules together find wrong on a day, as `<rule> at <place>`. */
async function findingsOf(
  names: readonly string[],
  text: string,
  asOf = '2027-01-01',
): Promise<readonly string[]> {
  const [process] = resourcesOf(parse('example.process.yaml', header + text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.file.faults).toEqual([]);
  expect(process.faults).toEqual([]);
  const rules = names.flatMap((name) => library.rules.get(name) ?? []);
  expect(rules.map(({ id }) => id)).toEqual(names);
  const { results } = await check(buildModel({ process }), rules, library, asOf);
  return results.flatMap((checked) => {
    if (!('result' in checked)) return [];
    expect(checked.result.error).toBe(undefined);
    return checked.result.evaluations.flatMap(({ finding }) =>
      finding?.outcome === 'fail' ? [`${finding.rule} at ${finding.place}`] : [],
    );
  });
}

const structure = 'structure/customers-can-reach-a-person';
const desks = [
  ['eucons/human-intervention-finance', 'markets: [DE], service: { kinds: [finance] }'],
  ['eucons/dsa-contact-not-only-bot', 'markets: [DE], service: { kinds: [online_platform] }'],
  ['usai/ca-human-service', 'markets: [US-CA], revenue: 600000000 USD'],
] as const;

test.each(desks)(
  'a bot without any way to a person is a fault of structure, not of %s as well',
  async (rule, who) => {
    const text = (
      exit: string,
    ): string => `organization: { role: controller, establishments: [DE, US], ${who} }
start: talk
steps:
  talk: { name: Talk, type: automated, channels: [chat], ai: { kind: generative_chat, disclosure: { where: [first_turn] } }, handoff: none${exit}, end: true }
  help: { name: Help, type: task, role: agent, end: true }
`;
    expect(await findingsOf([structure, rule], text(''))).toEqual([
      `${structure} at example/steps/talk`,
    ]);
    expect(await findingsOf([structure, rule], text(', onFailure: { goto: help }'))).toEqual([
      `${rule} at example/steps/talk/handoff`,
    ]);
  },
);

test('a bot that passes as a person is found once, also at a large business in California', async () => {
  const rules = ['usai/bot-disclosure-states', 'usai/ca-human-service'];
  const text = (
    persona: string,
  ): string => `organization: { role: controller, establishments: [US], markets: [US-CA], revenue: 600000000 USD }
start: call
steps:
  call: { name: Call, type: automated, channels: [chat], ai: { kind: voice_bot, disclosure: none, persona: { kind: ${persona} } }, handoff: { to: agent, entry: voice_command, within: 5min }, end: true }
`;
  expect(await findingsOf(rules, text('employee'))).toEqual([
    'usai/bot-disclosure-states at example/steps/call/ai/persona',
  ]);
  expect(await findingsOf(rules, text('assistant'))).toEqual([
    'usai/ca-human-service at example/steps/call/handoff',
  ]);
});

test('emotions are prohibited of staff and announced to customers, never both', async () => {
  const rules = ['euai/emotion-workplace-banned', 'euai/emotion-customers'];
  const text = (
    target: string,
  ): string => `organization: { role: controller, establishments: [DE], markets: [DE] }
start: judge
steps:
  judge: { name: Judge, type: automated, ai: { kind: emotion_inference, algorithmNotice: false, emotion: { target: ${target}, input: [voice], medicalOrSafety: false } }, end: true }
`;
  const place = 'example/steps/judge/ai/emotion';
  expect(await findingsOf(rules, text('employee'))).toEqual([
    `euai/emotion-workplace-banned at ${place}`,
  ]);
  expect(await findingsOf(rules, text('customer'))).toEqual([`euai/emotion-customers at ${place}`]);
});
