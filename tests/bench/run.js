// `npm run bench`: how long our stages take on generated processes, as ratios to the YAML parse of the
// same text in the same run. Ratios travel between machines; milliseconds do not, so none is printed
// as a claim.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { disk, Installation } from '../../core/dist/node/index.js';
import { runAudit } from '../../core/dist/index.js';
import { parse } from '../../core/dist/document/parse.js';
import { check } from '../../core/dist/engine/check.js';
import { buildModel } from '../../core/dist/model/build.js';
import { ProcessNumbers } from '../../core/dist/model/numbers/process-numbers.js';
import { resourcesOf } from '../../core/dist/model/resource.js';
import { generateProcess } from './generate.js';

const dist = new URL('../../core/dist/', import.meta.url);
const installation = new Installation(dist);
const library = installation.library();
const launcher = fileURLToPath(new URL('../../core/bin/flowaudit.js', import.meta.url));

/** Median of several runs, in milliseconds, after one run to warm up. */
async function median(work, runs = 7) {
  await work();
  const times = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)];
}

function audit(text) {
  const bytes = new TextEncoder().encode(text);
  const path = '/bench/generated.process.yaml';
  const fileSystem = {
    ...disk,
    kindOf: (name) => (name === path ? 'file' : 'missing'),
    read: () => bytes,
  };
  return runAudit({
    fileSystem,
    library,
    workingDirectory: '/bench',
    targets: [path],
    today: '2026-11-21',
    toolVersion: installation.version(),
  });
}

/** The model of a generated process, and every analysis of it but the simulation. */
function modelOf(text, shared) {
  const [process] = resourcesOf(parse('generated.process.yaml', text));
  if (shared === undefined) return buildModel({ process });
  const [organization] = resourcesOf(parse('organization.yaml', shared));
  return buildModel({ process, organization });
}

function analyses({ views }) {
  const numbers = new ProcessNumbers(views, '2026-11-21');
  const found = [
    numbers.total,
    numbers.visits,
    numbers.longest,
    numbers.shortest,
    numbers.criticalPath,
    numbers.efficiency,
    numbers.handoffs,
    numbers.automated,
    numbers.solvedAtOnce,
    numbers.roles,
    numbers.routeAvailability,
    ...views.slas.map((sla) => [numbers.timing(sla), numbers.availability(sla)]),
    structure(views),
  ];
  return found.length;
}

/** What the structure of the flow is asked for; each fact is worked out when it is read. */
function structure(views) {
  const { process, steps } = views;
  return [process.soundness, ...steps.map((step) => [step.stuck, step.runsTwice, step.leftOpen])];
}

// What the compiler of the engine makes of cold code is no property of ours, nor of the YAML parser.
const warm = generateProcess(200);
for (let run = 0; run < 30; run++) {
  analyses(modelOf(warm));
  parseAllDocuments(warm, { merge: true });
}
const numberRows = [];
let perStep;
for (const steps of [100, 200, 1000, 10_000]) {
  const text = generateProcess(steps);
  const runs = steps < 1000 ? 29 : 3;
  const yaml = await median(() => parseAllDocuments(text, { merge: true }), runs);
  const models = Array.from({ length: runs + 1 }, () => modelOf(text));
  let next = 0;
  // Facts are worked out once for each model, so every run takes a fresh one.
  const all = await median(() => analyses(models[next++]), models.length - 1);
  perStep ??= all / steps;
  numberRows.push({
    steps,
    'analyses / YAML parse': (all / yaml).toFixed(2),
    'growth (1 is linear)': (all / steps / perStep).toFixed(2),
  });
}
console.table(numberRows);

/** The law rules against a process of 50 steps, where a pack applies and where none does. */
const lawRules = [...library.rules.values()].filter(({ id }) =>
  library.packs.has(id.split('/')[0]),
);
const lawText = generateProcess(50, { personal: true });
const lawYaml = await median(() => parseAllDocuments(lawText, { merge: true }), 29);
const lawRows = [];
for (const market of ['CN', 'DE', 'US-CA', 'JP']) {
  const organization = `apiVersion: flowaudit/v1\nkind: Organization\nid: o\nname: O\nrole: controller\nestablishments: [${market}]\nmarkets: [${market}]\ncalifornia: { doesBusiness: true, consumersTraded: 100000 }\n`;
  const model = modelOf(lawText, organization);
  const time = await median(() => check(model, lawRules, library, '2026-11-21'), 15);
  lawRows.push({ market, 'law packs / YAML parse': (time / lawYaml).toFixed(3) });
}
console.table(lawRows);

const rows = [];
for (const steps of [50, 100, 1000]) {
  const text = generateProcess(steps);
  const yaml = await median(() => parseAllDocuments(text, { merge: true }));
  const whole = await median(() => audit(text));
  rows.push({
    steps,
    lines: text.split('\n').length,
    'check / YAML parse': (whole / yaml).toFixed(2),
  });
}
console.table(rows);

const small = await median(() => spawnSync(process.execPath, ['-e', '0']), 5);
const version = await median(() => spawnSync(process.execPath, [launcher, '--version']), 5);
const explain = await median(
  () => spawnSync(process.execPath, [launcher, 'explain', 'sla/escalates-before-breach']),
  5,
);
console.table([
  { start: 'flowaudit --version', 'ratio to an empty node': (version / small).toFixed(2) },
  {
    start: 'flowaudit explain (all rules loaded)',
    'ratio to an empty node': (explain / small).toFixed(2),
  },
]);
