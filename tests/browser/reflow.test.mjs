// Every page fits every width, also with the spacing that a reader may set
// (WCAG 2.2, 1.4.10 and 1.4.12), and is pictured for people to look at.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { languageOf, open, pages, schemes, ways, widths } from './site.mjs';

const pictures = new URL('../../screenshots/', import.meta.url).pathname;
mkdirSync(pictures, { recursive: true });
const site = await open();

describe('nothing scrolls sideways', { concurrency: 2 }, () => {
  for (const path of pages()) {
    it(path, async () => {
      const found = [];
      for await (const { page, way } of ways(site, path)) {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          for (const colorScheme of schemes) {
            await page.emulateMedia({ colorScheme });
            found.push(...(await page.evaluate(overflowing)).map((what) => `${way}, ${width}: ${what}`));
            if (width > 320) await page.screenshot({ path: picture(path, width, colorScheme), fullPage: true });
          }
        }
        await page.evaluate(spread);
        found.push(...(await page.evaluate(overflowing)).map((what) => `${way}, spread: ${what}`));
      }
      assert.deepEqual([...new Set(found)], []);
    });
  }
});

function picture(path, width, colorScheme) {
  const name = path.split('/').filter((part) => part && part !== 'en').join('-') || 'home';
  return `${pictures}${languageOf(path)}-${name}-${width}-${colorScheme}.png`;
}

// overflowing names what sticks out to the right of the window. What lies in a
// region that scrolls by itself does not; nor does anything, if nothing scrolls.
function overflowing() {
  const root = document.documentElement;
  const hidden = [root, document.body].some((e) => getComputedStyle(e).overflowX !== 'visible');
  if (hidden) return ['the page hides what does not fit'];
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = (e) => e && e !== root && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
  const wide = [...document.body.querySelectorAll('*')].filter((e) =>
    e.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(e.parentElement));
  return wide.slice(-3).map((e) => e.outerHTML.slice(0, 120));
}

// spread sets text as widely as WCAG 2.2 says that a page must bear.
function spread() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}
