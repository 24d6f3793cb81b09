import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing that asks the network, greets the user or opens by itself: a test must not depend on it. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Writes the user data of a fresh VS Code. For a language other than English VS Code wants a
 * language pack from its marketplace; an empty one, declared as an installed pack is, makes
 * `vscode.env.language`, `l10n.t` and `package.nls.<locale>.json` use the language without one.
 * `translations` are texts of VS Code itself by module and key; it shows all others in English.
 */
export function writeUserData(directory, { locale, settings = {}, translations = {} }) {
  mkdirSync(join(directory, 'User'), { recursive: true });
  writeFileSync(
    join(directory, 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, undefined, 2),
  );
  if (locale === 'en') return;

  const file = join(directory, 'main.i18n.json');
  writeFileSync(file, JSON.stringify({ version: '1.0.0', contents: translations }));
  const pack = {
    hash: `empty-${locale}`,
    extensions: [{ extensionIdentifier: { id: `empty.${locale}` }, version: '1.0.0' }],
    translations: { vscode: file },
    label: locale,
  };
  writeFileSync(join(directory, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
