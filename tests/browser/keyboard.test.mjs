// Somebody who has only a keyboard reaches everything, in order, and sees where
// they are.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open, pages, ways } from './site.mjs';

const site = await open();

describe('the Tab key', { concurrency: 2 }, () => {
  for (const path of pages()) {
    it(`reaches everything on ${path}`, async () => {
      const found = [];
      for (const width of [1280, 390]) {
        for await (const { page, way } of ways(site, path, width)) {
          found.push(...(await walk(page)).map((what) => `${way}, ${width}: ${what}`));
        }
      }
      assert.deepEqual(found, []);
    });
    it(`skips to the content of ${path}`, async () => {
      const page = await site.visit(path);
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
      await page.context().close();
    });
  }
});

// walk goes from stop to stop to the end of the page, opens what can be opened,
// and tells what is wrong on the way.
async function walk(page) {
  await page.evaluate(prepare);
  const found = [];
  for (let n = 0; n < 2000; n++) {
    await page.keyboard.press('Tab');
    const { done, closed, problem } = await page.evaluate(arrive);
    if (problem) found.push(problem);
    if (done) return [...found, ...(await page.evaluate(passedBy))];
    if (closed) await page.keyboard.press('Enter');
  }
  return ['the Tab key never comes to an end'];
}

// prepare leaves in the page what the functions below need: how each element
// looks unfocused, and which of them one can stop at.
function prepare() {
  const look = (e) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(e);
    return { outline: outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`, boxShadow };
  };
  // The middle of what the window shows of an element belongs to it.
  const inSight = (e) => [...e.getClientRects()].some(({ left, right, top, bottom }) => {
    const [x1, x2, y1, y2] = [Math.max(left, 0), Math.min(right, innerWidth), Math.max(top, 0), Math.min(bottom, innerHeight)];
    const hit = x1 < x2 && y1 < y2 && document.elementFromPoint((x1 + x2) / 2, (y1 + y2) / 2);
    return hit && (e.contains(hit) || hit.contains(e));
  });
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
  globalThis.walk = {
    look,
    inSight,
    seen: [],
    before: new Map([...document.querySelectorAll('*')].map((e) => [e, look(e)])),
    stops: () => all.filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility() && e.getClientRects().length),
    name: (e) => e.outerHTML.slice(0, 120),
  };
}

function arrive() {
  const { look, inSight, seen, before, name } = globalThis.walk;
  const e = document.activeElement;
  if (e === seen.at(-1) && e.type === 'date') return {}; // the next part of it
  if (e === document.body || seen.includes(e)) return { done: true };
  seen.push(e);
  const was = before.get(e);
  const is = look(e);
  if (is.outline === was.outline && is.boxShadow === was.boxShadow) {
    return { problem: `focus does not show on ${name(e)}` };
  }
  if (!inSight(e)) return { problem: `what has focus is covered or out of sight: ${name(e)}` };
  return { closed: e.matches('details:not([open]) > summary') };
}

// passedBy tells what was not reached, and what was reached out of order. A
// region that scrolls may be a stop by the browser's own decision.
function passedBy() {
  const { seen, stops, name } = globalThis.walk;
  const want = stops();
  const got = seen.filter((e) => want.includes(e));
  const extra = seen.filter((e) => !want.includes(e) && e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight);
  return [
    ...want.filter((e) => !got.includes(e)).map((e) => `not reached: ${name(e)}`),
    ...got.filter((e, i) => i && !(got[i - 1].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)).map((e) => `out of order: ${name(e)}`),
    ...extra.map((e) => `nothing to stop at: ${name(e)}`),
  ];
}
