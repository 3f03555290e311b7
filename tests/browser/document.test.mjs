// What a page says of itself to programs: its language, its one heading, its
// twins in other languages, and links that lead somewhere.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { everyPage, fileOf, languageOf, open } from './site.mjs';

const site = await open();
const read = await site.show('/', async (page) => {
  const outlines = new Map();
  for (const path of everyPage()) {
    const html = readFileSync(fileOf(path), 'utf8');
    outlines.set(path, await page.evaluate(outline, html));
  }
  return outlines;
});
const origin = new URL(read.get('/').canonical).origin;

// outline is read from the text, so that no script has changed it.
function outline(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const all = (selector, look) => [...page.querySelectorAll(selector)].map(look);
  return {
    lang: page.documentElement.lang,
    title: page.title,
    headings: all('h1, h2, h3, h4, h5, h6', (e) => Number(e.tagName[1])),
    canonical: page.querySelector('link[rel=canonical]')?.getAttribute('href'),
    leadsOn: !!page.querySelector('meta[http-equiv=refresh]'),
    twins: all('link[rel=alternate][hreflang]', (e) => [e.hreflang, e.getAttribute('href')]),
    links: all('[href], [src]', (e) => e.getAttribute('href') ?? e.getAttribute('src')),
    ids: all('[id]', (e) => e.id),
    data: all('script[type="application/ld+json"]', (e) => e.textContent),
  };
}

// here is the address within the site of a link on a page, and undefined for a
// link to elsewhere.
function here(link, path) {
  const address = new URL(link, origin + path);
  return address.origin === origin ? address : undefined;
}

describe('each page', () => {
  for (const [path, { lang, title, headings, ids, data, leadsOn }] of read) {
    it(`has a language, a title and one first heading: ${path}`, () => {
      if (!leadsOn) assert.equal(lang.slice(0, 2), languageOf(path));
      assert.notEqual(title, '');
      assert.equal(headings.filter((level) => level === 1).length, 1);
      assert.equal(headings[0], 1);
      assert.deepEqual(headings.filter((level, i) => i && level > headings[i - 1] + 1), [], 'a level is left out');
      assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), [], 'ids stand twice');
      for (const text of data) assert.equal(JSON.parse(text)['@context'], 'https://schema.org');
    });
  }
});

describe('the languages of a page name each other', () => {
  for (const [path, { canonical, twins, leadsOn }] of read) {
    if (!canonical || leadsOn) continue;
    it(path, () => {
      // A part of a list, an issued page, and one for paper belong to another page,
      // whose twins they need not name again.
      const whole = read.get(new URL(canonical).pathname);
      assert.equal(whole?.canonical, canonical, `${canonical} is not there, or belongs to yet another`);
      if (twins.length === 0 && read.get(path) !== whole) return;
      assert.deepEqual(twins.map(([tag]) => tag.slice(0, 2)).sort(), ['en', 'sv', 'x-']);
      for (const [tag, address] of twins) {
        const twin = new URL(address).pathname;
        assert.deepEqual(read.get(twin)?.twins, twins, `${twin} names others`);
        if (tag !== 'x-default') assert.equal(languageOf(twin), tag.slice(0, 2));
      }
    });
  }
});

describe('every link within the site leads somewhere', () => {
  for (const [path, { links }] of read) {
    it(path, () => {
      const dead = [...new Set(links)].filter((link) => {
        const address = here(link, path);
        if (!address) return false;
        const target = decodeURI(address.pathname);
        if (!existsSync(fileOf(address.pathname))) return true;
        const fragment = decodeURIComponent(address.hash.slice(1));
        return fragment && !read.get(target)?.ids.includes(fragment);
      });
      assert.deepEqual(dead, []);
    });
  }
});
