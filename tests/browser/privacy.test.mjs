// A visit leaves no trace: nobody else is asked, nothing is stored, and nothing
// tries what the Content-Security-Policy forbids.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open, pages } from './site.mjs';

const site = await open();

describe('a visit leaves no trace', { concurrency: 2 }, () => {
  for (const path of pages()) {
    for (const javascript of [true, false]) {
      it(`${path} ${javascript ? 'with' : 'without'} JavaScript`, async () => {
        const asked = [];
        const found = [];
        const page = await site.visit(path, {
          javascript,
          watch: async (page) => {
            page.on('request', (request) => asked.push(request.url()));
            page.on('console', (message) => ['error', 'warning'].includes(message.type()) && found.push(`console: ${message.text()}`));
            page.on('pageerror', (error) => found.push(`error: ${error}`));
            page.on('requestfailed', (request) => found.push(`failed: ${request.url()}`));
            await page.addInitScript(report);
          },
        });
        await page.waitForLoadState('networkidle');
        found.push(...asked.filter((url) => new URL(url).origin !== site.origin).map((url) => `asked: ${url}`));
        found.push(...(await page.evaluate(() => globalThis.violations ?? [])));
        found.push(...(await page.context().cookies()).map((cookie) => `cookie: ${cookie.name}`));
        found.push(...(await page.evaluate(stored)));
        assert.deepEqual(found.filter((line) => !expected(path, line)), []);
        assert.ok(asked.length <= 4, `${asked.length} requests: ${asked}`);
        await page.context().close();
      });
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
