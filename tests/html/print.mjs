// Print: what is in a closed fold is printed, and no heading is the last line of a sheet.
import { execFileSync } from 'node:child_process';
import { address, each, end, fault, ofEachKind, pages } from './site.mjs';

const plain = (text) => text.replace(/\s+/g, ' ').trim();

// The sheets of a page as lists of lines.
const sheets = async (tab) => {
  const pdf = await tab.pdf({ format: 'A4', preferCSSPageSize: true });
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text.split('\f').map((sheet) => sheet.split('\n').map(plain).filter((line) => line !== '')).filter((lines) => lines.length > 0);
};

const texts = (tab, selector) => tab.locator(selector).evaluateAll((all) => all.map((one) => one.textContent));

let count = 0;
const print = async (tab, path) => {
  count += 1;
  await tab.goto(address(path));
  const headings = (await texts(tab, 'main :is(h1, h2, h3, h4, h5)')).map(plain);
  const folded = (await texts(tab, 'main details:not([open]) > div :is(dt, dd p, li)')).map(plain);
  const printed = await sheets(tab);
  // A hyphen at the end of a line and the end of a sheet are no part of a text.
  const letters = (text) => text.replace(/[\s\u00ad‐-]/g, '');
  const whole = letters(printed.flat().join(' '));
  for (const text of folded) {
    if (!whole.includes(letters(text))) fault(path, `does not print “${text.slice(0, 80)}”`);
  }
  printed.slice(0, -1).forEach((lines, number) => {
    const last = lines.at(-1);
    const isHeading = headings.some((heading) => heading === last || (last.length > 12 && heading.endsWith(last)));
    if (isHeading) fault(path, `sheet ${number + 1} ends with the heading “${last}”`);
  });
  return folded.length;
};

const notices = pages.filter((path) => path.includes('/notices/'));
const activities = ofEachKind(pages.filter((path) => path.includes('/activities/')));
let folds = 0;
await each([...notices, ...activities], {}, async (tab, path) => { folds += await print(tab, path); });
if (folds === 0) fault('print', 'no page has a closed fold');
await end('print', count);
