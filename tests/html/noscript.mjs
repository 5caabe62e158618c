// Without JavaScript, from files: a page hides nothing, the header leads to the list of all pages, the table is whole.
import { dirname } from 'node:path';
import { address, each, end, fault, isSlow, ofEachKind, openFolds, pages, source } from './site.mjs';

const WITHOUT = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };

// The texts of the main part that nobody can see. A page has its contents and its drawing in two forms, for two widths,
// and on its search page a form that only the script can work.
const hidden = (tab) => tab.evaluate(() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const isForOthers = parent.closest('script, #search, .contents, svg') !== null;
    const text = walker.currentNode.textContent.trim();
    if (text !== '' && !isForOthers && !parent.checkVisibility({ contentVisibilityAuto: true })) texts.push(text);
  }
  return texts;
});

const opensFolds = async (tab) => {
  const closed = tab.locator('main details:not([open])');
  const count = await closed.count();
  if (count === 0) return true;
  await closed.first().locator('summary').click();
  const isOpen = await closed.count() === count - 1;
  await openFolds(tab);
  return isOpen;
};

const search = async (tab, path) => {
  const form = tab.locator('header form');
  if (await form.count() === 0) return;
  await form.locator('input').fill('data');
  await form.locator('input').press('Enter');
  await tab.waitForURL('**/search.html?q=data');
  const links = tab.locator('#all-pages + ul a');
  const listed = new Set();
  for (const link of await links.all()) {
    if (await link.isVisible()) listed.add(await link.evaluate((link) => link.href));
  }
  const folder = dirname(path);
  const all = pages.filter((path) => path.startsWith(`${folder}/`) && /\/(activities|notices|topics)\//.test(path));
  all.filter((path) => !listed.has(address(path))).forEach((path) => fault(tab.url(), `does not list ${path}`));
  if (all.length === 0) fault(path, 'has no pages below it');
  if (await tab.locator('main input:visible').count() > 0) fault(tab.url(), 'shows a field that does nothing');
};

const table = async (tab, path) => {
  const rows = await tab.locator('tbody tr:visible').count();
  const activities = pages.filter((other) => other.startsWith(`${dirname(path)}/activities/`)).length;
  if (rows < activities) fault(path, `has ${rows} rows for ${activities} activities`);
  const empty = await tab.locator('tbody').getByRole('cell').filter({ hasNotText: /\S/ }).count();
  if (empty > 0) fault(path, `has ${empty} empty cells`);
  if (await tab.locator('main :is(input, button):visible').count() > 0) fault(path, 'shows what does nothing');
};

// A page without a script is the same for all: of these, one of each kind.
const some = pages.filter((path) => path.endsWith('index.html') || source(path).includes('<script'));
const chosen = isSlow ? pages : [...new Set([...some, ...ofEachKind(pages)])];
await each(chosen, WITHOUT, async (tab, path) => {
  await tab.goto(address(path));
  if (!await opensFolds(tab)) fault(path, 'has a fold that does not open');
  for (const text of await hidden(tab)) fault(path, `hides “${text.slice(0, 80)}”`);
  if (await tab.locator('main h1').count() !== 1) fault(path, 'has no heading');
  if (path.endsWith('table.html')) await table(tab, path);
  if (path.endsWith('index.html')) await search(tab, path);
});
await end('without JavaScript', chosen.length);
