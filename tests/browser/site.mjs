// The site under test, and the browser that looks at it.
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

// folder is the built site; ./run builds it and says where it is.
export const folder = process.env.SITE;
if (!folder) throw new Error('SITE names no built site; start the suite with tests/browser/run');

const pictures = new URL('pictures/', import.meta.url).pathname;

// A desktop, a phone, and the narrowest window that WCAG 2.2 (1.4.10) speaks of.
export const widths = [1280, 390, 320];
// A tablet on its side and upright: between the table and its rows as cards.
export const between = [1024, 768];
export const schemes = ['light', 'dark'];

// everyPage is each page that is built, also those that no sitemap has: of issued
// versions, of parts of lists, and those that lead on to another address.
export function everyPage() {
  return readdirSync(folder, { recursive: true }).sort()
    .filter((name) => name.endsWith('.html'))
    .map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`);
}

// fileOf is where the page of an address lies.
export function fileOf(path) {
  return join(folder, decodeURI(path), path.endsWith('/') ? 'index.html' : '');
}

// pages are one address of each type in each language. Two pages are of one type
// if they lie in the same folder at the same depth, and both of a day or neither;
// all pages of issued versions are. Last come addresses at which nothing stands.
export function pages() {
  const types = new Map();
  const missing = [];
  for (const path of everyPage()) {
    if (readFileSync(fileOf(path), 'utf8').includes('http-equiv="refresh"')) continue;
    if (path.endsWith('404.html')) {
      missing.push(path.replace('404.html', 'nothing-here/'));
      continue;
    }
    const [page, ...inner] = path.replace(/^\/en\//, '/').split('/').slice(1, -1);
    const type = path.startsWith('/versions/') ? 'issued' : `${page} ${inner.length} ${/^\d/.test(inner[0])}`;
    types.set(`${languageOf(path)} ${type}`, path);
  }
  return [...types.values(), ...missing];
}

// languageOf a page is what its address says: the default one has no prefix.
export function languageOf(path) {
  return /^(\/versions\/[^/]+\/site)?\/en\//.test(path) ? 'en' : 'sv';
}

// open starts the host and one browser for the tests of a file. Whatever the
// browser asks of another address than the host's fails at once.
export async function open(root = folder) {
  const host = await serve(root);
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  after(async () => {
    await browser.close();
    await host.close();
  });
  const profile = (javascript) => browser.newContext({ javaScriptEnabled: javascript, reducedMotion: 'reduce' });
  const profiles = { true: await profile(true), false: await profile(false) };
  const idle = { true: [], false: [] };

  // show lends a window that shows the page. Others were shown in it before,
  // since a new one takes longer than all that is then asked of it. Where
  // JavaScript is off, the page's scripts do not run; the suite's own do.
  async function show(path, use, { javascript = true, width = 1280, colorScheme = 'light' } = {}) {
    const page = idle[javascript].pop() ?? await profiles[javascript].newPage();
    await page.emulateMedia({ media: null, colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(host.origin + path);
    if (!javascript) await page.evaluate(atOnce);
    const result = await use(page);
    idle[javascript].push(page);
    return result;
  }

  // showBoth lends the page as it is with JavaScript, and, if it differs, as it is
  // without. A page that is the same in both needs to be looked at once.
  function showBoth(path, use, options) {
    return show(path, (page) => show(path, async (plain) => {
      const same = (await page.content()) === (await plain.content());
      await use(page, same ? 'with and without JavaScript' : 'with JavaScript');
      if (!same) await use(plain, 'without JavaScript');
    }, { ...options, javascript: false }), options);
  }

  // receive lends an empty window of somebody who has never been there.
  async function receive(javascript, use) {
    const stranger = await profile(javascript);
    await use(await stranger.newPage());
    await stranger.close();
  }
  return { origin: host.origin, show, showBoth, receive };
}

// atOnce does without timers, which do not run where scripts are off: what the
// suite brings along may then still put something off.
function atOnce() {
  globalThis.setTimeout = (f, _, ...args) => void Promise.resolve().then(() => f(...args));
}

// overflowing names what sticks out to the right of the window. What lies in a
// region that scrolls by itself does not; nor does anything, if nothing scrolls.
export function overflowing() {
  const root = document.documentElement;
  const hidden = [root, document.body].some((e) => getComputedStyle(e).overflowX !== 'visible');
  if (hidden) return ['the page hides what does not fit'];
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = (e) => e && e !== root && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
  const wide = [...document.body.querySelectorAll('*')].filter((e) =>
    e.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(e.parentElement));
  return [`by ${root.scrollWidth - root.clientWidth} pixels`, ...wide.slice(-3).map((e) => e.outerHTML.slice(0, 120))];
}

// picture is where something is kept for people to look at.
export function picture(path, kind) {
  mkdirSync(pictures, { recursive: true });
  const name = path.split('/').filter((part) => part && part !== 'en').join('-') || 'home';
  return join(pictures, `${languageOf(path)}-${name}-${kind}`);
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

// start is run for a program that asks this process for pages meanwhile.
export async function start(program, ...args) {
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 1 << 28 });
  return stdout;
}
