// Every compiled page through axe in Chromium, at the width of a phone.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const pages = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  if (entry.isDirectory()) return pages(path);
  return path.endsWith('.html') ? [path] : [];
});

const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 360, height: 740 }, colorScheme: process.argv[3] });
const all = pages(process.argv[2]);
let faults = 0;
page.on('console', (message) => {
  if (!message.text().includes('Content Security Policy')) return;
  faults += 1;
  console.error(`${page.url()}: ${message.text()}`);
});
for (const path of all) {
  await page.goto(`file://${path}`);
  // Folds are read too.
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  for (const { id, help, nodes } of violations) {
    faults += 1;
    console.error(`${path}: ${id}: ${help}: ${nodes[0].html.slice(0, 160)}`);
  }
  if (isWide) {
    faults += 1;
    console.error(`${path}: wider than the window of a phone`);
  }
}
await browser.close();
console.log(`${all.length} pages, ${faults} faults`);
process.exit(faults === 0 && all.length > 0 ? 0 : 1);
