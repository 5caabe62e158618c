// The page of a comparison: accessible at 400 and 1200 pixels and at 400 % zoom, no wider than its window, before and after
// side by side where there is room, and printed whole.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { address, each, end, fault, pages } from './site.mjs';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MODES = {
  narrow: { viewport: { width: 400, height: 800 } },
  wide: { viewport: { width: 1200, height: 900 } },
  zoomed: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
let looks = 0;

const check = async (tab, path, mode) => {
  looks += 1;
  await tab.goto(address(path));
  await tab.evaluate(axe);
  const options = { resultTypes: ['violations'], preload: false, runOnly: WCAG };
  const { violations } = await tab.evaluate((options) => window.axe.run(document, options), options);
  for (const { id, help, nodes } of violations) fault(path, `${mode}: ${id}: ${help}: ${nodes[0].html.slice(0, 160)}`);
  const wide = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  if (wide[0] > wide[1]) fault(path, `${mode}: ${wide[0]} wide in a window of ${wide[1]}`);
  const [before, after] = await tab.locator('.sides').first().locator('> div').evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().top));
  if ((before === after) !== (mode === 'wide')) fault(path, `${mode}: before is at ${before}, after at ${after}`);
  if (await tab.locator('.change strong.mark').count() === 0) fault(path, 'no changed word is marked');
};

const print = async (tab, path) => {
  await tab.goto(address(path));
  const pdf = await tab.pdf({ format: 'A4' });
  const letters = (text) => text.replace(/[\s\u00ad‐-]/g, '');
  const printed = letters(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }));
  for (const text of await tab.locator('main :is(h1, h2, h3, dd p, li)').evaluateAll((all) => all.map((one) => one.textContent))) {
    if (!printed.includes(letters(text))) fault(path, `does not print “${text.trim().slice(0, 80)}”`);
  }
  looks += 1;
};

for (const [mode, settings] of Object.entries(MODES)) await each(pages, settings, (tab, path) => check(tab, path, mode));
await each(pages, {}, print);
await end('diff', looks);
