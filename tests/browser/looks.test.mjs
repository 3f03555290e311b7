// Every page fits every width, also with the spacing that a reader may set
// (WCAG 2.2, 1.4.10 and 1.4.12), keeps the rules of WCAG 2.2 AA that a program
// can judge and axe's best practices, and is pictured for people to look at.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { between, open, overflowing, pages, picture, schemes, widths } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = await open();

// In the dark only colours differ, which two of the rules are about.
const rules = {
  light: {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
  },
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};
const pictured = { 1280: schemes, 390: ['light'] };

describe('each page looks right', { concurrency: 2 }, () => {
  for (const path of pages()) {
    it(path, async () => {
      const found = [];
      await site.showBoth(path, async (page, way) => {
        await page.evaluate(axe);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          for (const colorScheme of schemes) {
            await page.emulateMedia({ colorScheme });
            const problems = [
              ...(await page.evaluate(overflowing)).map((what) => `sticks out: ${what}`),
              ...(await page.evaluate(broken, rules[colorScheme])),
            ];
            found.push(...problems.map((what) => `${way}, ${width}, ${colorScheme}: ${what}`));
            if (way !== 'without JavaScript' && pictured[width]?.includes(colorScheme)) {
              await page.screenshot({ path: picture(path, `${width}-${colorScheme}.jpeg`), fullPage: true, quality: 80 });
            }
          }
        }
        for (const width of path.startsWith('/versions/') ? [] : between) { // what is issued stays as it was
          await page.setViewportSize({ width, height: 800 });
          found.push(...(await page.evaluate(overflowing)).map((what) => `${way}, ${width}: ${what}`));
        }
        await page.setViewportSize({ width: widths.at(-1), height: 800 });
        await page.evaluate(spread);
        found.push(...(await page.evaluate(overflowing)).map((what) => `${way}, spread: ${what}`));
      });
      assert.deepEqual(found, []);
    });
  }
});

// broken names what breaks a rule of axe.
async function broken(rules) {
  // Without preload it does not fetch the stylesheet again.
  const { violations } = await globalThis.axe.run({ ...rules, resultTypes: ['violations'], preload: false });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}

// spread sets text as widely as WCAG 2.2 says that a page must bear.
function spread() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}
