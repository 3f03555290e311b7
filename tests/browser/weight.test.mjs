// How much a visitor must fetch, packed as every host packs it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { open, pages } from './site.mjs';

const site = await open();
const kB = 1000;

describe('a page is light', () => {
  for (const path of pages()) {
    it(path, async (t) => {
      const asked = [];
      const page = await site.visit(path, {
        watch: (page) => page.on('response', (response) => asked.push(response)),
      });
      const sizes = await Promise.all(asked.map(async (response) => gzipSync(await response.body()).length));
      await page.context().close();
      const all = sizes.reduce((sum, size) => sum + size, 0);
      t.diagnostic(`${path} ${sizes[0]} B of HTML, ${all} B in all, ${asked.length} requests`);
      assert.ok(sizes[0] <= 14 * kB, `${sizes[0]} bytes of HTML`);
      assert.ok(all <= 60 * kB, `${all} bytes in all`);
      assert.ok(asked.length <= 4, `${asked.length} requests`);
    });
  }
});
