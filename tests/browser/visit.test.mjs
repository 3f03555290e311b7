// A visit is light and leaves no trace: little is fetched, nobody else is asked,
// nothing is stored, and nothing tries what the Content-Security-Policy forbids.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { open, pages } from './site.mjs';

const site = await open();
const kB = 1000;

describe('a visit is light and leaves no trace', { concurrency: 2 }, () => {
  for (const path of pages()) {
    for (const javascript of [true, false]) {
      it(`${path} ${javascript ? 'with' : 'without'} JavaScript`, (t) => site.receive(javascript, async (page) => {
        const answers = [];
        const found = [];
        page.on('response', (response) => answers.push(response));
        page.on('console', (message) => ['error', 'warning'].includes(message.type()) && found.push(`console: ${message.text()}`));
        page.on('pageerror', (error) => found.push(`error: ${error}`));
        page.on('requestfailed', (request) => found.push(`failed: ${request.url()}`));
        await page.addInitScript(report);
        await page.goto(site.origin + path, { waitUntil: 'networkidle' });
        found.push(...answers.map((answer) => answer.url()).filter((url) => new URL(url).origin !== site.origin).map((url) => `asked: ${url}`));
        found.push(...(await page.evaluate(() => globalThis.violations ?? [])));
        found.push(...(await page.context().cookies()).map((cookie) => `cookie: ${cookie.name}`));
        found.push(...(await page.evaluate(stored)));
        assert.deepEqual(found.filter((line) => !expected(path, line)), []);

        // Packed as every host packs it.
        const sizes = await Promise.all(answers.map(async (answer) => gzipSync(await answer.body()).length));
        const all = sizes.reduce((sum, size) => sum + size, 0);
        t.diagnostic(`${path} ${sizes[0]} B of HTML, ${all} B in all, ${sizes.length} requests`);
        assert.ok(sizes[0] <= 14 * kB, `${sizes[0]} bytes of HTML`);
        assert.ok(all <= 60 * kB, `${all} bytes in all`);
        assert.ok(sizes.length <= 4, `${sizes.length} requests`);
      }));
    }
  }
});

// A browser remarks on the status of a page that is not there.
function expected(path, line) {
  return path.endsWith('/nothing-here/') && line.includes('the server responded with a status of 404');
}

function report() {
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', (e) =>
    globalThis.violations.push(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
}

async function stored() {
  return [
    ...Object.keys(localStorage).map((key) => `localStorage: ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage: ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `indexedDB: ${name}`),
    ...(await caches.keys()).map((key) => `cache: ${key}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker: ${scope}`),
  ];
}
