import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { ConfigError, RulesetError, runAudit, type FileSystem, type Run } from 'flowaudit';
import { hoverText, rulePage } from 'flowaudit/language';
import { disk, Installation, writeOutput } from 'flowaudit/node';
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

function run(
  { targets, workingDirectory, locale, buffers }: AuditRequest,
  scope: 'targets' | 'project',
): Promise<Run> {
  return runAudit({
    fileSystem: overlay(buffers),
    library: installation.library(),
    workingDirectory,
    targets,
    scope,
    locale,
    today: new Date().toISOString().slice(0, 10),
    toolVersion: installation.version(),
  });
}

async function auditFiles(request: AuditRequest): Promise<AuditAnswer> {
  try {
    return { result: (await run(request, 'project')).result };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { file, span } = error;
    const message = error.sentence(request.locale);
    if (file === undefined || span === undefined) return { mistake: { message } };
    return { mistake: { message, path: file.path, range: file.lines.rangeOf(span) } };
  }
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
      return auditFiles(request.audit);
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
