// The forms of `ropa ask`: accessible on a phone, in the dark and at 400 % zoom with every panel open; filled in by keyboard
// alone; a draft that comes back; errors that are told and have the focus; one file that is saved, and asks for nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { address, each, end, fault, pages } from './site.mjs';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MODES = {
  phone: { viewport: { width: 360, height: 740 } },
  dark: { viewport: { width: 1280, height: 1024 }, colorScheme: 'dark' },
  zoomed: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};
const here = dirname(fileURLToPath(import.meta.url));
const axe = readFileSync(join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');
let looks = 0;

const violations = async (tab, path, mode) => {
  looks += 1;
  await tab.evaluate(axe);
  const options = { resultTypes: ['violations'], preload: false, runOnly: WCAG };
  const found = await tab.evaluate((options) => window.axe.run(document, options), options);
  for (const { id, help, nodes } of found.violations) fault(path, `${mode}: ${id}: ${help}: ${nodes[0].html.slice(0, 200)}`);
  const wide = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  if (wide[0] > wide[1]) fault(path, `${mode}: ${wide[0]} wide in a window of ${wide[1]}`);
};

const expect = (path, is, what) => {
  if (!is) fault(path, what);
};

// As it opens, and with each kind of answer chosen, so that every panel is open once.
const accessible = async (tab, path, mode) => {
  await tab.goto(address(path));
  await violations(tab, path, mode);
  for (const word of ['value', 'unknown']) {
    await tab.evaluate((word) => {
      document.querySelectorAll(`input[type="radio"][value="${word}"]`).forEach((radio) => {
        radio.checked = true;
        radio.dispatchEvent(new Event('change', { bubbles: true }));
      });
      document.querySelectorAll('details').forEach((fold) => { fold.open = true; });
    }, word);
    await violations(tab, path, `${mode}, ${word}`);
  }
  await tab.locator('button[type="submit"]').click();
  expect(path, await tab.evaluate(() => document.activeElement.id === 'errors'), 'the errors do not have the focus');
  expect(path, await tab.locator('#errors li').count() > 0, 'no error is told');
  await violations(tab, path, `${mode}, errors`);
};

const press = async (tab, path, key) => {
  await tab.keyboard.press(key);
  const now = await tab.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    return { id: element.id, name: element.name ?? '', tag: element.tagName, isOutlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
  });
  if (now.tag !== 'BODY') expect(path, now.isOutlined, `no focus is seen on ${now.tag} ${now.id || now.name}`);
  return now;
};

// Answers the first question with “we do not know” and a reason, by keyboard alone, and saves.
const byKeyboard = async (tab, path) => {
  await tab.goto(address(path));
  const first = tab.locator('.question', { has: tab.locator('input[value="unknown"]') }).first();
  const key = await first.getAttribute('id');
  let now = null;
  for (let count = 0; count < 4000 && now?.name !== `${key}-says`; count += 1) now = await press(tab, path, 'Tab');
  expect(path, now.name === `${key}-says`, 'Tab does not lead to the first question that can be left open');
  const choices = await first.locator(`input[name="${key}-says"]`).count();
  for (let count = 1; count < choices; count += 1) await press(tab, path, 'ArrowDown');
  expect(path, await first.locator('input[value="unknown"]').isChecked(), 'the arrows do not choose');
  now = await press(tab, path, 'Tab');
  expect(path, now.id === `${key}-because`, `after the choice the focus is on ${now.id}`);
  await tab.keyboard.type('vi har frågat it-avdelningen');
  await tab.reload();
  expect(path, (await tab.locator(`#${key}-because`).inputValue()).startsWith('vi har frågat'), 'the draft is lost');
  await tab.locator('#by').focus();
  await tab.keyboard.type('enhetschefen');
  const submit = tab.locator('button[type="submit"]');
  for (let count = 0; count < 4 && !await submit.evaluate((button) => button === document.activeElement); count += 1) await press(tab, path, 'Tab');
  const download = tab.waitForEvent('download', { timeout: 5000 });
  await tab.keyboard.press('Enter');
  const file = await download;
  const text = readFileSync(await file.path(), 'utf8');
  const saved = JSON.parse(text);
  expect(path, saved.answers.length === 1 && saved.answers[0].says === 'unknown', `the file has ${saved.answers.length} answers`);
  expect(path, saved.by === 'enhetschefen' && /^\d{4}-\d\d-\d\d$/.test(saved.on), 'the file does not say who and when');
  expect(path, file.suggestedFilename().endsWith('-answers.json'), file.suggestedFilename());
  writeFileSync(join(process.argv[2], `${path.replace(/\.html$/, '')}-answers.json`), text);
  looks += 1;
};

const without = async (tab, path) => {
  await tab.goto(address(path));
  expect(path, await tab.locator('noscript p').isVisible(), 'without JavaScript nothing says what to do');
  looks += 1;
};

const longest = [...pages].sort((one, other) => readFileSync(join(process.argv[2], other)).length - readFileSync(join(process.argv[2], one)).length);
for (const [mode, settings] of Object.entries(MODES)) {
  await each(mode === 'phone' ? pages : longest.slice(0, 2), settings, (tab, path) => accessible(tab, path, mode));
}
await each(longest.slice(0, 3), {}, byKeyboard);
await each(longest.slice(0, 1), { javaScriptEnabled: false }, without);
await end('forms', looks);
