import { isMap, listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import { legalClockOf, type LegalClock } from './legal-clock.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** One duty with a number in law, and the step that meets it. */
export interface Duty {
  readonly path: string;
  readonly step: string;
  readonly limit: string;
  /** The event that starts the clock in law. */
  readonly start: unknown;
  /** The limit we declare; where it is too long itself, another rule says so. */
  readonly declared: LegalClock;
}

/** The duties whose limit is a number in law and whose last step this process has. */
export function dutiesOf(organization: PlainMap, views: PrivacyViews): readonly Duty[] {
  const applying = mapAt(organization, 'regimes') ?? {};
  const breach = mapAt(organization, 'breach') ?? {};
  const rights = mapAt(organization, 'rights') ?? {};
  const china = applying['cn'] === true;
  const union = applying['eu'] === true;
  const states = mapAt(organization, 'california')?.['doesBusiness'] === true;
  return [
    ...(union ? breachDuties('breach.eu.regulator', mapAt(breach, 'eu'), '72h', views) : []),
    ...(china ? tierDuties(mapAt(breach, 'cn'), organization, views) : []),
    ...(union
      ? rightsDuties('rights.eu.respond', rights, { usual: '1mo', extended: '3mo' }, views)
      : []),
    ...(china ? rightsDuties('rights.cn.respond', rights, { usual: '30d' }, views) : []),
    ...(states
      ? rightsDuties('rights.us_ca.respond', rights, { usual: '45d', extended: '90d' }, views)
      : []),
    ...(states ? rightsDuties('rights.us_ca.acknowledge', rights, { usual: '10wd' }, views) : []),
    ...(china ? filingDuties(views) : []),
  ];
}

function breachDuties(
  path: string,
  handling: PlainMap | undefined,
  limit: string,
  views: PrivacyViews,
): readonly Duty[] {
  const regulator = handling && mapAt(handling, 'regulator');
  const step = regulator && stringAt(regulator, 'step');
  if (handling === undefined || regulator === undefined || step === undefined) return [];
  const declared = legalClockOf(regulator, views);
  const start = handling['awareness'] ?? handling['discovery'] ?? declared.start;
  return start === undefined ? [] : [{ path, step, limit, start, declared }];
}

/** Reports of the higher grades: one hour for critical infrastructure, else four. */
function tierDuties(
  handling: PlainMap | undefined,
  organization: PlainMap,
  views: PrivacyViews,
): readonly Duty[] {
  const limit = organization['ciio'] === true ? '1h' : '4h';
  return listOf(handling?.['tiers'])
    .filter(isMap)
    .flatMap((tier) => {
      const step = stringAt(tier, 'step');
      const declared = legalClockOf(tier, views);
      const start = handling?.['discovery'] ?? handling?.['awareness'] ?? declared.start;
      if (tier['level'] === 'ordinary' || step === undefined || start === undefined) return [];
      return [{ path: `breach.cn.tiers.${String(tier['level'])}`, step, limit, start, declared }];
    });
}

/** The limit for an answer, and the one with the extension that law allows. */
interface Limits {
  readonly usual: string;
  readonly extended?: string;
}

/** Requests whose answer is an SLA of this process; the law counts from the day they come in. */
function rightsDuties(
  path: string,
  rights: PlainMap,
  { usual, extended = usual }: Limits,
  views: PrivacyViews,
): readonly Duty[] {
  const [, regime = '', entry = ''] = path.split('.');
  const handling = mapAt(rights, regime) ?? {};
  const clock = mapAt(handling, entry);
  const sla = views.find('slas', clock?.['sla']);
  if (clock === undefined || sla === undefined) return [];
  const declared = legalClockOf(clock, views);
  const limit = mapAt(handling, 'extension') === undefined ? usual : extended;
  const start = 'request.received';
  return stepsOf(sla['to']).map((step) => ({ path, step, limit, start, declared }));
}

/** The filing of a standard contract for transfers out of China, ten working days from its effect. */
function filingDuties(views: PrivacyViews): readonly Duty[] {
  const contracts = views.list('shares').some(({ mechanism }) => mechanism === 'cn.scc');
  if (!contracts) return [];
  return views
    .list('slas')
    .filter((sla) => sla['from'] === 'contract.effective')
    .flatMap((sla) =>
      stepsOf(sla['to']).map((step) => ({
        path: `slas.${String(sla['id'])}`,
        step,
        limit: '10wd',
        start: 'contract.effective',
        declared: legalClockOf({ sla: sla['id'] }, views),
      })),
    );
}

function stepsOf(event: unknown): readonly string[] {
  const step = /^(.+)\.completed$/.exec(typeof event === 'string' ? event : '')?.[1];
  return step === undefined ? [] : [step];
}
