import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import {
  annotationsOf,
  ConfigError,
  renderAnalysisMarkdown,
  RulesetError,
  runAnalysis,
  runAudit,
  type FileSystem,
  type Run,
} from 'flowaudit';
import { hoverText, rulePage } from 'flowaudit/language';
import { disk, Installation, writeOutput } from 'flowaudit/node';
import { relativePath } from './paths.ts';
import type { Answers, AuditAnswer, AuditRequest, Envelope, Reply, Request } from './protocol.ts';

const installation = new Installation(new URL('./', import.meta.url));

/** The disk with unsaved buffers on top. */
function overlay(buffers: ReadonlyMap<string, string>): FileSystem {
  const encoder = new TextEncoder();
  return {
    ...disk,
    kindOf: (path) => (buffers.has(path) ? 'file' : disk.kindOf(path)),
    hash(path) {
      const text = buffers.get(path);
      return text === undefined
        ? disk.hash(path)
        : createHash('sha256').update(encoder.encode(text)).digest('hex');
    },
    read(path) {
      const text = buffers.get(path);
      return text === undefined ? disk.read(path) : encoder.encode(text);
    },
  };
}

/** The newest ticket of each document; the extension writes them. */
const newest = workerData as Int32Array; // what the engine gives its worker

/** Cases behind the verdicts beside the text: shares to ± 1.6 % with 99 %. */
const cases = 10_000;

function toRun({ targets, workingDirectory, locale, buffers }: AuditRequest) {
  return {
    fileSystem: overlay(buffers),
    library: installation.library(),
    workingDirectory,
    targets,
    locale,
    today: new Date().toISOString().slice(0, 10),
    toolVersion: installation.version(),
  };
}

function run(request: AuditRequest, scope: 'targets' | 'project'): Promise<Run> {
  return runAudit({ ...toRun(request), scope });
}

async function auditFiles({
  audit,
  depth,
  ticket,
}: Extract<Request, { kind: 'audit' }>): Promise<AuditAnswer> {
  const shouldStop = (): boolean => Atomics.load(newest, ticket.slot) !== ticket.number;
  const quick = depth === 'quick';
  try {
    const finished = await runAudit({ ...toRun(audit), scope: 'project', quick, shouldStop });
    const path = relativePath(audit.workingDirectory, audit.targets[0] ?? '');
    const annotations = annotationsOf(finished, path, quick ? undefined : { cases, shouldStop });
    if (!quick && shouldStop()) return { superseded: true };
    const later = quick ? rulesThatSimulate() : [];
    return { result: finished.result, annotations, later };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { file, span } = error;
    const message = error.sentence(audit.locale);
    if (file === undefined || span === undefined) return { mistake: { message } };
    return { mistake: { message, path: file.path, range: file.lines.rangeOf(span) } };
  }
}

function rulesThatSimulate(): readonly string[] {
  return [...installation.library().rules.values()]
    .filter(({ logic }) => logic?.simulates === true)
    .map(({ id }) => id);
}

async function writeReport(request: AuditRequest, output: string): Promise<string> {
  // The PDF writer is large; nothing loads it before somebody exports.
  const { renderReport, reportInputOf } = await import('./pdf.ts');
  const finished = await run(request, 'targets');
  const bytes = await renderReport(reportInputOf(finished), installation.fonts());
  const inputs = finished.result.files.map((file) => `${request.workingDirectory}/${file.path}`);
  // The save dialog has asked before it names an existing file.
  writeOutput(bytes, { path: output, form: 'pdf', inputs, force: true });
  return output;
}

async function answer(request: Request): Promise<Answers[Request['kind']]> {
  switch (request.kind) {
    case 'audit':
      return auditFiles(request);
    case 'numbers':
      return renderAnalysisMarkdown(runAnalysis({ ...toRun(request.audit), simulation: {} }));
    case 'report':
      return writeReport(request.audit, request.output);
    case 'hover': {
      const rule = installation.library().rules.get(request.rule);
      return rule && hoverText(rule, request.locale);
    }
    case 'page': {
      const rule = installation.library().rules.get(request.rule);
      return rule && rulePage(rule, request.locale);
    }
  }
}

parentPort?.on('message', ({ id, request }: Envelope) => {
  const reply = (message: Reply): void => parentPort?.postMessage(message);
  answer(request).then(
    (value) => reply({ id, answer: value }),
    (error: unknown) => {
      const known = error instanceof ConfigError || error instanceof RulesetError;
      const locale = 'locale' in request ? request.locale : request.audit.locale;
      if (error instanceof ConfigError) reply({ id, failure: error.sentence(locale) });
      else if (known) reply({ id, failure: error.message });
      else
        reply({
          id,
          failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
    },
  );
});
