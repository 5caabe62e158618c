// By keyboard alone: from the start page to an answer, with a focus that is always to be seen; the table; the search.
import { address, each, end, fault, ofEachKind, pages } from './site.mjs';

const MOST_TABS = 400;

// What has the focus: its text, whether its outline can be seen, and whether something covers it.
const focus = (tab) => tab.evaluate(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const style = getComputedStyle(element);
  const [box] = element.getClientRects();
  const isIn = box !== undefined && box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const x = isIn ? (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2 : 0;
  const y = isIn ? (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2 : 0;
  const over = isIn ? document.elementFromPoint(x, y) : null;
  const isOn = over !== null && (element.contains(over) || over.contains(element));
  return {
    name: element.tagName.toLowerCase(),
    text: (element.innerText || element.getAttribute('aria-label') || element.id).trim(),
    isOutlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== style.backgroundColor,
    isShown: isIn && isOn,
    isInMain: element.closest('main') !== null,
    item: element.closest('main > ul > li')?.innerText ?? '',
  };
});

const press = async (tab, key) => {
  await tab.keyboard.press(key);
  const now = await focus(tab);
  if (now === null) return null;
  if (!now.isOutlined) fault(tab.url(), `no focus is seen on ${now.name} “${now.text}”`);
  if (!now.isShown) fault(tab.url(), `the focus is out of sight on ${now.name} “${now.text}”`);
  return now;
};

// Presses Tab until the focus is where it should be: on an element with a text, in an item of a list that begins so.
const tabTo = async (tab, name, text, item = '') => {
  for (let count = 0; count < MOST_TABS; count += 1) {
    const now = await press(tab, 'Tab');
    if (now !== null && now.name === name && now.text.startsWith(text) && now.item.startsWith(item)) return;
  }
  throw new Error(`Tab does not lead to ${name} “${text}”`);
};

const expect = (tab, is, what) => {
  if (!is) fault(tab.url(), what);
};

const ways = {
  'skip link': async (tab) => {
    await tab.goto(address('public/flen/sv/notices/barn-och-elever.html'));
    const first = await press(tab, 'Tab');
    expect(tab, first?.text === 'Till innehållet', 'the first focus is not the skip link');
    await press(tab, 'Enter');
    const next = await press(tab, 'Tab');
    expect(tab, next?.isInMain, 'the skip link does not lead into the content');
  },
  'answer in a fold': async (tab) => {
    await tab.goto(address('public/index.html'));
    await tabTo(tab, 'a', 'Flens kommun');
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/flen/**/index.html');
    await tabTo(tab, 'a', 'Personuppgifter i barn-, utbildnings-');
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/notices/**');
    await tabTo(tab, 'summary', 'Skolskjuts');
    const answer = tab.locator('details', { has: tab.locator('summary', { hasText: 'Skolskjuts' }) }).getByText('Ansökningar och beslut sparas i 2 år');
    expect(tab, !await answer.isVisible(), 'the fold is open');
    await press(tab, 'Space');
    expect(tab, await answer.isVisible(), 'Space does not open the fold');
    await press(tab, 'Enter');
    expect(tab, !await answer.isVisible(), 'Enter does not close the fold');
  },
  'link into a fold': async (tab) => {
    await tab.setViewportSize({ width: 1280, height: 800 });
    await tab.goto(address('public/flen/sv/notices/barn-och-elever.html'));
    await tabTo(tab, 'a', 'Inackorderingsbidrag');
    await tab.keyboard.press('Enter');
    const answer = tab.getByText('Uppgifterna sparas i 2 år').first();
    await answer.waitFor({ timeout: 2000 });
  },
  table: async (tab) => {
    await tab.setViewportSize({ width: 360, height: 740 });
    await tab.goto(address('public/flen/sv/table.html'));
    const rows = tab.locator('tbody tr:visible');
    const all = await rows.count();
    await tabTo(tab, 'input', 'rows');
    await tab.keyboard.type('inkasso');
    expect(tab, await rows.count() === 1, 'the filter does not leave one row');
    expect(tab, (await tab.getByRole('status').innerText()) === `1 av ${all} rader visas`, 'the filter does not say how many rows are shown');
    await tab.keyboard.press('Control+a');
    await tab.keyboard.press('Delete');
    expect(tab, await rows.count() === all, 'an empty filter hides rows');
    const region = await press(tab, 'Tab');
    expect(tab, region?.name === 'div', 'the table cannot have the focus');
    await tab.keyboard.press('ArrowRight');
    await tab.waitForFunction(() => document.querySelector('.scroll').scrollLeft > 0, null, { timeout: 2000 });
    await tabTo(tab, 'button', 'Sparas');
    const head = tab.locator('th', { hasText: 'Sparas' });
    const cells = () => tab.locator('tbody td:last-child').allInnerTexts();
    const before = await cells();
    await press(tab, 'Space');
    expect(tab, await head.getAttribute('aria-sort') === 'ascending', 'Space does not sort');
    const up = await cells();
    await press(tab, 'Enter');
    expect(tab, await head.getAttribute('aria-sort') === 'descending', 'Enter does not sort the other way');
    const down = await cells();
    expect(tab, up.join() !== before.join() && up[0] !== down[0] && up[0] === down.at(-1), 'the rows are not sorted');
    expect(tab, await tab.locator('[aria-sort]').count() === 1, 'two columns are sorted');
  },
  search: async (tab) => {
    await tab.goto(address('public/dragor/da/index.html'));
    await tabTo(tab, 'input', 'Søg');
    await tab.keyboard.type('ppr');
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/search.html?q=ppr');
    expect(tab, /^\d+ sider fundet$/.test(await tab.getByRole('status').innerText()), 'the search does not say what it found');
    await tabTo(tab, 'a', 'Pædagogisk Psykologisk Rådgivning (PPR)');
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/ppr.html');
    await tab.getByRole('heading', { level: 1, name: 'Pædagogisk Psykologisk Rådgivning (PPR)' }).waitFor();
  },
};

// From the beginning of a page to its end, Tab shows each element once.
const through = async (tab, path) => {
  await tab.goto(address(path));
  const all = await tab.locator(':is(a[href], button, input, summary, [tabindex="0"]):visible').count();
  let seen = 0;
  while (seen <= all && await press(tab, 'Tab') !== null) seen += 1;
  if (seen !== all) fault(path, `Tab leads to ${seen} of ${all} elements`);
};

await each(Object.entries(ways).map(([asks, way]) => ({ asks, way })), {}, (tab, { way }) => way(tab));
const some = ofEachKind(pages.filter((path) => /\/sv\//.test(path) && !path.includes('topics')));
await each(some, { viewport: { width: 360, height: 740 } }, through);
await end('keyboard', Object.keys(ways).length + some.length);
