// The rules of WCAG 2.2 AA that a program can judge, and axe's best practices.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { open, pages, schemes, ways, widths } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = await open();

const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
  preload: false, // it would fetch the stylesheet again
};

describe('axe finds nothing', { concurrency: 2 }, () => {
  for (const path of pages()) {
    it(path, async () => {
      const found = [];
      for await (const { page, way } of ways(site, path)) {
        await page.evaluate(axe);
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            const { violations } = await page.evaluate((options) => globalThis.axe.run(options), options);
            for (const { id, nodes } of violations) {
              found.push(...nodes.map((node) => `${way}, ${colorScheme}, ${width}: ${id}: ${node.target} ${node.failureSummary}`));
            }
          }
        }
      }
      assert.deepEqual(found, []);
    });
  }
});
