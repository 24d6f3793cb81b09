import { expect, test } from 'vitest';
import { toFindingRecord } from '../../core/src/audit/records.ts';
import { runExample } from './example.ts';
import { library } from './library.ts';

const handle =
  'purposes: { handle: { category: claims.dispute, basis: { cn: contract, eu: 6.1.b } } }';
const app = 'channels: { app: { name: App, kind: app } }';

/** One organisation of an example, with what a rule asks of it. */
function of(seat: string, duties: string, rest = ''): string {
  return `organization: { role: controller, establishments: [${seat}], markets: [${seat}], ${duties} }\n${handle}\n${rest}\n`;
}

const report = (within: string): string =>
  of(
    'CN',
    `breach: { cn: { tiers: [{ level: major, within: 4h }], finalReport: { within: ${within} } } }`,
  );
const notice = (within: string): string =>
  of(
    'DE',
    `breach: { eu: { clockStart: awareness, regulator: { within: ${within}, reasonsIfLate: true } } }`,
  );
const closing = (within: string): string =>
  of(
    'CN',
    `accounts: true, rights: { cn: { accountCancellation: { channel: app, conditions: [], within: ${within}, then: delete } } }`,
    app,
  );
const complaint = (within: string): string =>
  of('CN', `consumer: { complaint: { channels: [app], published: true, within: ${within} } }`, app);
const request = (within: string): string =>
  of('CN', `rights: { cn: { channels: [app], respond: { within: ${within} } } }`, app);

test.each([
  ['cninc/final-report-30d', report('60d'), true],
  ['cninc/final-report-30d', report('1mo'), false],
  ['gdpr/breach-notify-72h', notice('96h'), true],
  ['gdpr/breach-notify-72h', notice('3wd'), false],
  ['ndr/account-cancellation', closing('30wd'), true],
  ['ndr/account-cancellation', closing('22d'), false],
  ['ndr/complaint-channel', complaint('16wd'), true],
  ['ndr/complaint-channel', complaint('24d'), true],
  ['ndr/complaint-channel', complaint('23d'), false],
  ['pipl/rights-timely', request('30wd'), true],
  ['pipl/rights-timely', request('22d'), false],
])('%s says of a limit whether it is or only can be too long: %s', async (id, text, isCertain) => {
  const rule = library.rules.get(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  const { findings } = await runExample(rule, text, library);
  const messages = findings.map((finding) => toFindingRecord(finding, '', undefined, 'zh').message);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('超过');
  expect(messages[0]?.includes('可能超过')).toBe(!isCertain);
});
