// `npm run bench`: how long our stages take on generated processes, as ratios to the YAML parse of the
// same text in the same run. Ratios travel between machines; milliseconds do not, so none is printed
// as a claim.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { disk, Installation } from '../../core/dist/node/index.js';
import { runAudit } from '../../core/dist/index.js';
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
