/**
 * Makes the images of docs/images/ anew: pages of both reports about a sample, and the editor with a
 * finding, its hover, its quick fix and the computed numbers, in both languages.
 *
 *   npm run screenshots
 */
import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { installHost } from './host/install.js';
import { installVsix } from './host/server.js';
import { packagedExtension, repository, temporaryDirectory } from './launch.js';
import { editorImages } from './screenshots/editor.js';
import { reportPages } from './screenshots/report-pages.js';

const folder = join(repository, 'docs', 'images');
const sample = join('samples', 'complaint-handling', 'declared');
const languages = { en: 'en', zh: 'zh-cn' };
/** Without a date the images would change with the day on which they are made. */
const asOf = '2026-11-20';

const directory = temporaryDirectory();
try {
  // Building comes first: the reports and the editor show the same state of the sources.
  const vsix = packagedExtension();
  const images = new Map([...(await allReports()), ...(await allEditors(vsix))]);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (/^(editor|report)-.*\.png$/.test(name) && !images.has(name)) rmSync(join(folder, name));
  }
  for (const [name, png] of images) writeFileSync(join(folder, name), png);
  console.log(`${images.size} images are in docs/images.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function allReports() {
  const images = [];
  for (const locale of Object.keys(languages)) {
    images.push(...(await reportPages({ sample, asOf, locale, directory })));
  }
  return images;
}

async function allEditors(vsix) {
  await installHost();
  const extensionsDir = join(directory, 'extensions');
  await installVsix(vsix, { directory, extensionsDir });
  const workspace = join(directory, 'complaint-handling');
  cpSync(join(repository, sample), workspace, {
    recursive: true,
    // What the tests expect of the sample is no part of it.
    filter: (path) => basename(path) !== 'expected.yaml',
  });
  appendFileSync(join(workspace, 'flowaudit.yaml'), `asOf: ${asOf}\n`);
  const file = 'complaint-handling.process.yaml';
  const images = [];
  for (const [language, locale] of Object.entries(languages)) {
    images.push(...(await editorImages({ workspace, file, extensionsDir, locale, language })));
  }
  return images;
}
