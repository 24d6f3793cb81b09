import { join } from 'node:path';

import { openSession } from '../host/session.js';
import { workbenchTexts } from './workbench-texts.js';

/** The finding that the images show, by its rule. */
const rule = 'consistency/accuracy-meets-acceptance';

/** A calm workbench, with room for the file and its findings. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 13,
  'editor.matchBrackets': 'never',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.scrollbar.vertical': 'hidden',
  'editor.stickyScroll.enabled': false,
  'problems.autoReveal': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
};

/** Hides what is true of the test server only: its address, its ports, its keyboard. */
const style = `
  [id="status.host"], [id="status.forwardedPorts"], [id="status.workbench.keyboardLayout"] {
    display: none !important;
  }`;

/**
 * The editor with a finding, its hover and its quick fix, as `editor-<language>-<what>.png`.
 *
 * @param workspace the folder to show, of which nothing is changed
 * @param file the process in it
 */
export async function editorImages({ workspace, file, extensionsDir, locale, language }) {
  const openFile = join(workspace, file);
  const translations = locale === 'zh-cn' ? workbenchTexts : {};
  const options = { workspace, extensionsDir, locale, settings, translations, openFile };
  const { page, close } = await openSession(options);
  const images = [];
  const take = async (what) => {
    images.push([`editor-${language}-${what}.png`, await settledImage(page)]);
  };
  try {
    await showFinding(page);
    await take('finding');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover:not(.hidden) .action-container').nth(1).waitFor();
    await take('hover');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
    await take('quick-fix');
    await page.keyboard.press('Escape');
    await showNumbers(page);
    await take('numbers');
  } finally {
    await close();
  }
  return images;
}

/** Opens the Problems panel and puts the cursor where it says the finding is. */
async function showFinding(page) {
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+Shift+M');
  // A list of many findings shows some of them only.
  await page.locator('.viewpane-filter input:visible').first().fill('accuracy-meets');
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: rule });
  await row.waitFor({ timeout: 60_000 });
  const [, line, column] = /(\d+)\D+(\d+)\D*$/.exec(await row.innerText());
  await page.keyboard.press('Control+G');
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  // These come some time later, the count of findings and the Ports tab of the panel with them.
  await page.locator('[id="status.problems"]').waitFor();
  await page.locator('[id="status.forwardedPorts"]').waitFor({ state: 'attached' });
}

/** Scrolls to the promises, with the verdicts above them. */
async function showNumbers(page) {
  await page.keyboard.press('Control+J');
  await page.keyboard.press('Control+G');
  await page.keyboard.type('252:1');
  await page.keyboard.press('Enter');
  await page.locator('.codelens-decoration').first().waitFor();
}

/** The page once nothing in it moves any more. */
async function settledImage(page) {
  let last;
  for (let tries = 0; tries < 20; tries++) {
    const image = await page.screenshot({ animations: 'disabled', caret: 'initial', style });
    if (last?.equals(image)) return image;
    last = image;
    await page.waitForTimeout(700);
  }
  throw new Error('The workbench does not come to rest.');
}
