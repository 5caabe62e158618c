// axe: every page on a phone; one of each kind in a wide dark window, and at 400 % zoom. With `slow`, every page in each
// of these. No page is wider than its window.
import { readFileSync } from 'node:fs';
import { address, each, end, fault, isSlow, ofEachKind, openFolds, pages } from './site.mjs';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PHONE = { width: 360, height: 740 };
const MODES = {
  dark: { viewport: { width: 1280, height: 1024 }, colorScheme: 'dark' },
  // A window of 1280 by 1024 pixels at 400 %, which is as wide as the smallest phone.
  zoomed: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

let looks = 0;
const check = async (tab, path, mode) => {
  looks += 1;
  // The search shows results, and the table its rows in another order.
  await tab.goto(address(path) + (path.endsWith('search.html') ? '?q=data' : ''));
  const heads = tab.locator('thead button');
  if (await heads.count() > 0) await heads.last().click();
  await openFolds(tab);
  await tab.evaluate(axe);
  // axe would fetch the style sheet, which the content security policy forbids.
  const options = { resultTypes: ['violations'], preload: false, runOnly: WCAG };
  const { violations } = await tab.evaluate((options) => window.axe.run(document, options), options);
  for (const { id, help, nodes } of violations) {
    fault(path, `${mode}: ${id}: ${help}: ${nodes[0].html.slice(0, 160)}`);
  }
  const wide = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  if (wide[0] > wide[1]) fault(path, `${mode}: ${wide[0]} wide in a window of ${wide[1]}`);
};

const some = isSlow ? pages : ofEachKind(pages.filter((path) => !path.includes('/en/')));
await each(pages, { viewport: PHONE }, (tab, path) => check(tab, path, 'phone'));
for (const [mode, settings] of Object.entries(MODES)) {
  await each(some, settings, (tab, path) => check(tab, path, mode));
}
await end('axe', looks);
