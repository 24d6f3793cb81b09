import { reportInputOf } from '../../workspace/report-input.ts';
import type { AuditOptions } from '../program.ts';
import { auditPaths, saveOutput, type CommandContext } from './check.ts';

/** `flowaudit report`: audits and writes the PDF; the exit code is that of `check`. */
export function reportCommand(context: CommandContext) {
  const { terminal, installation } = context;
  return async (paths: readonly string[], options: AuditOptions): Promise<void> => {
    const run = await auditPaths(context, paths, options);
    // The PDF writer is large; no other command waits for it.
    const { renderReport } = await import('../../pdf/index.ts');
    const bytes = await renderReport(reportInputOf(run), installation.fonts());
    const path = options.output ?? 'flowaudit-report.pdf';
    saveOutput(terminal, run, bytes, { path, form: 'pdf', force: options.force === true });
    terminal.exit(run.exitCode);
  };
}
