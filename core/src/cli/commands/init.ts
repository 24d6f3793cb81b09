import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../../i18n/text.ts';
import { translate } from '../../i18n/translate.ts';
import { ConfigError } from '../../workspace/config.ts';
import type { CommandContext } from './check.ts';

/** `flowaudit init`: the files of a first process, which pass a check as they are. */
export function initCommand({ terminal, installation, today }: CommandContext) {
  return (folder = '.', { locale = 'en' }: { readonly locale?: Locale }): void => {
    const id = idFrom(path.basename(path.resolve(folder)));
    const files = [
      ['flowaudit.yaml', 'flowaudit.yaml'],
      ['organization.yaml', 'organization.yaml'],
      ['process.yaml', `${id}.process.yaml`],
    ].map(([template = '', name = '']) => ({
      target: path.join(folder, name),
      text: installation
        .template(locale, template)
        .replaceAll('{id}', id)
        .replaceAll('{date}', today),
    }));
    const existing = files.find(({ target }) => existsSync(target));
    if (existing !== undefined) throw new ConfigError('cli.initExists', { path: existing.target });
    write(folder, files);
    for (const { target } of files) terminal.note(translate(locale, 'cli.wrote', { path: target }));
    terminal.note(translate(locale, 'cli.initNext', { folder }));
  };
}

function write(
  folder: string,
  files: readonly { readonly target: string; readonly text: string }[],
): void {
  try {
    mkdirSync(folder, { recursive: true });
    // `wx` fails rather than overwrites what appeared in the meantime.
    for (const { target, text } of files) writeFileSync(target, text, { flag: 'wx' });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError('cli.outputFailed', { path: folder, reason });
  }
}

/** A folder name as an id: letters and digits of any script, all else becomes a hyphen. */
function idFrom(name: string): string {
  const id = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
    .replaceAll(/^[-_]+|[-_]+$/g, '');
  return id === '' ? 'process' : id;
}
