import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Locale } from '../i18n/text.ts';
import { loadLibrary } from '../ruleset/library.ts';
import type { Library } from '../ruleset/rule.ts';
import { ConfigError } from '../workspace/config.ts';

/** What came with one installation, below its `dist` folder. */
export class Installation {
  private readonly dist: URL;
  private loaded: Library | undefined;

  /** @param dist the folder with `rules/` and `fonts/`, as a URL that ends with a slash */
  constructor(dist: URL) {
    this.dist = dist;
  }

  /** The rules. @throws ConfigError when they are missing, RulesetError when one is wrong */
  library(): Library {
    this.loaded ??= this.load();
    return this.loaded;
  }

  private load(): Library {
    const folder = new URL('rules/', this.dist);
    if (!existsSync(folder)) throw new ConfigError('cli.rulesMissing', {});
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const texts = names
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
    return loadLibrary(new Map(texts));
  }

  fonts(): { readonly regular: Uint8Array; readonly bold: Uint8Array } {
    const font = (weight: string): Uint8Array =>
      readFileSync(new URL(`fonts/NotoSansSC-${weight}.ttf`, this.dist));
    return { regular: font('Regular'), bold: font('Bold') };
  }

  /** A file that `init` writes, with `{id}` and `{date}` to be filled. */
  template(locale: Locale, name: string): string {
    return readFileSync(new URL(`templates/${locale}/${name}`, this.dist), 'utf8');
  }

  /** The version in the `package.json` beside `dist`. */
  version(): string {
    const manifest: unknown = JSON.parse(
      readFileSync(new URL('../package.json', this.dist), 'utf8'),
    );
    const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
    return known ? String(manifest.version) : '0.0.0';
  }
}
