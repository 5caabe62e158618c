// What the checks share: the browser, the compiled pages, work side by side, and the faults.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { watch } from './policy.mjs';

const root = process.argv[2];
const TABS = 4;

const below = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  return entry.isDirectory() ? below(path) : [path];
});

// Every page, by its path below the folder of the output.
export const pages = below(root).filter((path) => path.endsWith('.html')).map((path) => relative(root, path)).sort();

// Whether to look at every page in every way.
export const isSlow = process.argv[3] === 'slow';

export const address = (path) => pathToFileURL(join(root, path)).href;

// A page is of the same kind as another if only the names of the municipality and of its records differ.
const kind = (path) => path.replace(/^(full\/)?/, '').replace(/^(public|internal)\/[^/]+\/(..)\//, '$1/$2/')
  .replace(/(activities|notices|registers)\/.*/, '$1');

export const source = (path) => readFileSync(join(root, path), 'utf8');

// One page of each kind: the longest.
export const ofEachKind = (pages) => {
  const longest = new Map();
  for (const path of pages) {
    const length = source(path).length;
    if (length > (longest.get(kind(path))?.length ?? 0)) longest.set(kind(path), { path, length });
  }
  return [...longest.values()].map(({ path }) => path);
};

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

let faults = 0;
export const fault = (where, what) => {
  faults += 1;
  console.error(`${where}: ${what}`);
};

// Does some work for each item, several at a time, each in a tab of a window with these settings.
export const each = async (items, settings, work) => {
  const left = [...items];
  await Promise.all(Array.from({ length: Math.min(TABS, left.length) }, async () => {
    const context = await browser.newContext(settings);
    const tab = await context.newPage();
    watch(tab, fault);
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      try {
        await work(tab, item);
      } catch (error) {
        fault(item.asks ?? item, `${tab.url()}: ${error.message.split('\n')[0]}`);
      }
    }
    await context.close();
  }));
};

export const openFolds = (tab) => tab.evaluate(() => {
  document.querySelectorAll('details').forEach((fold) => { fold.open = true; });
});

// Ends the check. One that looked at nothing has failed.
export const end = async (name, count) => {
  await browser.close();
  console.log(`${name}: ${count}, ${faults} faults`);
  process.exit(faults === 0 && count > 0 ? 0 : 1);
};
