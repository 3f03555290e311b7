// Somebody who has only a keyboard reaches everything, in order, and sees where
// they are.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open, pages } from './site.mjs';

const site = await open();

// Each width of site.mjs and each colour scheme.
const windows = [
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
];

describe('the Tab key', { concurrency: 2 }, () => {
  for (const path of pages()) {
    it(`reaches everything on ${path}`, async () => {
      const found = [];
      for (const look of windows) {
        await site.showBoth(path, async (page, way) => {
          const problems = way === 'without JavaScript' ? await walk(page) : await run(page);
          found.push(...problems.map((what) => `${way}, ${look.width}, ${look.colorScheme}: ${what}`));
        }, look);
      }
      assert.deepEqual(found, []);
    });
    it(`skips to the content of ${path}`, () => site.show(path, async (page) => {
      await page.keyboard.press('Tab');
      const shown = await page.evaluate(() => {
        const { top, left, width, height } = document.activeElement.getBoundingClientRect();
        return document.activeElement.matches('a[href^="#"]') && top >= 0 && left >= 0 && width > 24 && height >= 24;
      });
      assert.ok(shown, 'the first stop is no visible link within the page');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => {
        const main = document.querySelector('main');
        const stops = main.querySelectorAll('a[href], button, input, summary, [tabindex="0"]');
        return stops.length === 0 || main.contains(document.activeElement);
      });
      assert.ok(inside, 'the stop after the skip link is not in the main part');
    }));
  }
});

const most = 3000;

// walk goes from stop to stop to the end of the page, opens what can be opened,
// and tells what is wrong on the way.
async function walk(page) {
  await page.evaluate(prepare);
  for (let n = 0; n < most; n++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => globalThis.walk.arrive())) return page.evaluate(passedBy);
  }
  return ['the Tab key never comes to an end'];
}

// run is walk for a page whose scripts may run: the page itself looks at each
// stop when the key comes up, so that nobody waits between the keys.
async function run(page) {
  await page.evaluate(prepare);
  await page.evaluate(() => addEventListener('keyup', globalThis.walk.arrive, true));
  const keys = await page.context().newCDPSession(page);
  const press = (type) => keys.send('Input.dispatchKeyEvent', { type, key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 });
  const step = 25;
  for (let n = 0; n < most; n += step) {
    await Promise.all(Array.from({ length: step }, () => [press('rawKeyDown'), press('keyUp')]).flat());
    if (await page.evaluate(() => globalThis.walk.done)) {
      await keys.detach();
      return page.evaluate(passedBy);
    }
  }
  return ['the Tab key never comes to an end'];
}

// prepare leaves in the page what the walk needs: how each element looks
// unfocused, which of them one can stop at, and what to do at a stop.
function prepare() {
  const look = (e) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(e);
    return `${outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`} ${boxShadow}`;
  };
  // The middle of what the window shows of an element belongs to it.
  const inSight = (e) => [...e.getClientRects()].some(({ left, right, top, bottom }) => {
    const [x1, x2, y1, y2] = [Math.max(left, 0), Math.min(right, innerWidth), Math.max(top, 0), Math.min(bottom, innerHeight)];
    const hit = x1 < x2 && y1 < y2 && document.elementFromPoint((x1 + x2) / 2, (y1 + y2) / 2);
    return hit && (e.contains(hit) || hit.contains(e));
  });
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
  const before = new Map([...document.querySelectorAll('*')].map((e) => [e, look(e)]));
  const name = (e) => e.outerHTML.slice(0, 120);
  const walk = { seen: [], found: [], done: false, name, arrive };
  walk.stops = () => all.filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility() && e.getClientRects().length);
  globalThis.walk = walk;

  // arrive looks at the stop that the key has come to, and tells whether the
  // walk is over. A date has several stops in itself.
  function arrive() {
    const e = document.activeElement;
    if (walk.done || (e === walk.seen.at(-1) && e.type === 'date')) return walk.done;
    if (e === document.body || walk.seen.includes(e)) return (walk.done = true);
    walk.seen.push(e);
    if (look(e) === before.get(e)) walk.found.push(`focus does not show on ${name(e)}`);
    else if (!inSight(e)) walk.found.push(`what has focus is covered or out of sight: ${name(e)}`);
    if (e.matches('details:not([open]) > summary')) e.click(); // as Enter does
    return false;
  }
}

// passedBy tells what was not reached, and what was reached out of order. A
// region that scrolls may be a stop by the browser's own decision.
function passedBy() {
  const { seen, found, stops, name } = globalThis.walk;
  const want = stops();
  const got = seen.filter((e) => want.includes(e));
  const extra = seen.filter((e) => !want.includes(e) && e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight);
  return [
    ...found,
    ...want.filter((e) => !got.includes(e)).map((e) => `not reached: ${name(e)}`),
    ...got.filter((e, i) => i && !(got[i - 1].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)).map((e) => `out of order: ${name(e)}`),
    ...extra.map((e) => `nothing to stop at: ${name(e)}`),
  ];
}
