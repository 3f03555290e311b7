// What a page says of itself to programs: its language, its one heading, its
// twins in other languages, and links that lead somewhere.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languageOf, open, pages } from './site.mjs';

const site = await open();
const read = new Map(await Promise.all(pages().map(async (path) => [path, await outline(path)])));
const base = read.get('/').canonical;

async function outline(path) {
  const page = await site.visit(path, { javascript: false });
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((e) => Number(e.tagName[1])),
    canonical: document.querySelector('link[rel=canonical]')?.href,
    twins: [...document.querySelectorAll('link[rel=alternate][hreflang]')].map((e) => [e.hreflang, e.href]),
    links: [...document.querySelectorAll('[href], [src]')].map((e) => e.href || e.src),
    ids: [...document.querySelectorAll('[id]')].map((e) => e.id),
  }));
  await page.context().close();
  return seen;
}

// here is the path of an address of the published site or of the host under
// test, and undefined for an address elsewhere.
function here(address) {
  for (const root of [base, `${site.origin}/`]) {
    if (address.startsWith(root)) return `/${address.slice(root.length)}`;
  }
}

describe('each page', () => {
  for (const [path, { lang, title, headings }] of read) {
    it(`has a language, a title and one first heading: ${path}`, () => {
      assert.equal(lang.slice(0, 2), languageOf(path));
      assert.notEqual(title, '');
      assert.equal(headings.filter((level) => level === 1).length, 1);
      assert.equal(headings[0], 1);
      assert.deepEqual(headings.filter((level, i) => i && level > headings[i - 1] + 1), [], 'a level is left out');
    });
  }
});

describe('the languages of a page name each other', () => {
  for (const [path, { canonical, twins }] of read) {
    if (!canonical) continue;
    it(path, async () => {
      if (!path.startsWith('/versions/')) assert.equal(here(canonical), path);
      assert.deepEqual(twins.map(([tag]) => tag.slice(0, 2)).sort(), ['en', 'sv', 'x-']);
      for (const [tag, address] of twins) {
        const twin = await outline(here(address));
        assert.deepEqual(twin.twins, twins, `${address} names others`);
        if (tag !== 'x-default') assert.equal(languageOf(here(address)), tag.slice(0, 2));
      }
    });
  }
});

describe('every link within the site leads somewhere', () => {
  const answers = new Map();
  const get = (path) => {
    if (!answers.has(path)) answers.set(path, fetch(site.origin + path).then(async (r) => ({ status: r.status, text: await r.text() })));
    return answers.get(path);
  };
  for (const [path, { links, ids }] of read) {
    it(path, async () => {
      assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), [], 'ids stand twice');
      const dead = [];
      for (const link of new Set(links.filter(here))) {
        const [target, fragment] = here(link).split('#');
        if (target === path || path.endsWith('/nothing-here/') && target === '') {
          if (fragment && !ids.includes(decodeURIComponent(fragment))) dead.push(link);
          continue;
        }
        const { status, text } = await get(target);
        if (status !== 200 || (fragment && !text.includes(`id="${decodeURIComponent(fragment)}"`))) dead.push(link);
      }
      assert.deepEqual(dead, []);
    });
  }
});
