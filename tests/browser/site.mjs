// The site under test, and the browser that looks at it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

// folder is the built site; ./run builds it and says where it is.
export const folder = process.env.SITE;
if (!folder) throw new Error('SITE names no built site; start the suite with tests/browser/run');

// A desktop, a phone, and the narrowest window that WCAG 2.2 (1.4.10) speaks of.
export const widths = [1280, 390, 320];
export const schemes = ['light', 'dark'];

// pages are one address of each type in each language: all that the sitemap
// lists, but of those two levels down one with a number and one without; a page
// of an issued version, and one at which nothing stands.
export function pages() {
  const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8');
  const files = readdirSync(folder, { recursive: true }).sort();
  const types = new Map();
  for (const [, address] of sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)) {
    const path = new URL(address).pathname;
    const [page, inner] = path.replace(/^\/en\//, '/').split('/').slice(1);
    types.set(`${languageOf(path)} ${page} ${inner && /^\d/.test(inner)}`, path);
  }
  const issued = files.filter((name) => /^versions\/[^/]+\/site\/(en\/)?[^/]+\/index\.html$/.test(name));
  for (const name of issued) types.set(name.includes('/en/') ? 'en' : 'sv', `/${name.replace('index.html', '')}`);
  const missing = files.filter((name) => /^(en\/)?404\.html$/.test(name)).map((name) => `/${name.replace('404.html', 'nothing-here/')}`);
  return [...types.values(), ...missing];
}

// languageOf a page is what its address says: the default one has no prefix.
export function languageOf(path) {
  return /^(\/versions\/[^/]+\/site)?\/en\//.test(path) ? 'en' : 'sv';
}

// open starts the host and one browser for the tests of a file. Whatever the
// browser asks of another address than the host's fails at once.
export async function open() {
  const host = await serve(folder);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  after(async () => {
    await browser.close();
    await host.close();
  });
  return { origin: host.origin, visit: (path, options) => visit(browser, host.origin, path, options) };
}

// visit opens a page as somebody who has never been there. Where JavaScript is
// off, the page's scripts do not run; the suite's own do.
async function visit(browser, origin, path, { javascript = true, width = 1280, watch = () => {} } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: javascript,
    reducedMotion: 'reduce',
    viewport: { width, height: 800 },
  });
  const page = await context.newPage();
  await watch(page);
  await page.goto(origin + path);
  if (!javascript) await page.evaluate(atOnce);
  return page;
}

// atOnce does without timers, which do not run where scripts are off: what the
// suite brings along may then still put something off.
function atOnce() {
  globalThis.setTimeout = (f, _, ...args) => void Promise.resolve().then(() => f(...args));
}

// ways yields the page as it is with JavaScript, and, if it differs, as it is
// without. A page that is the same in both needs to be looked at once.
export async function* ways(site, path, width) {
  const page = await site.visit(path, { width });
  const plain = await site.visit(path, { width, javascript: false });
  const same = (await page.content()) === (await plain.content());
  yield { page, way: same ? 'with and without JavaScript' : 'with JavaScript' };
  await page.context().close();
  if (!same) yield { page: plain, way: 'without JavaScript' };
  await plain.context().close();
}

// has tells whether a program that some tests need is installed. If it is not,
// the test is skipped, with a line that says so; in CI nothing may be skipped.
export function has(t, program) {
  if (spawnSync('which', [program]).status === 0) return true;
  if (process.env.CI) throw new Error(`${program} is not installed`);
  t.skip(`skipped: ${program} is not installed`);
  return false;
}

// run returns what a program prints.
export function run(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  return { status, stdout, stderr };
}
