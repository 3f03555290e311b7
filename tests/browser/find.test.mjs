// What somebody looks for is found: in the list of sub-processors by choices and
// by text, and on the whole site by search; with a keyboard, from a shared
// address, and without JavaScript.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { open } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = await open();

// visit lends the page to somebody who has never been there.
const visit = (path, use, { javascript = true, width = 1280 } = {}) => site.receive(javascript, async (page) => {
  await page.setViewportSize({ width, height: 800 });
  await page.goto(site.origin + path);
  await use(page);
});

const languages = {
  sv: { list: '/underbitraden/', search: '/sok/', country: 'land', service: 'tjanst', transfer: 'overforing', outside: 'utanfor-ees', word: 'bitrade', title: 'Underbiträden', ask: 'radera mina uppgifter', right: /radering/ },
  en: { list: '/en/subprocessors/', search: '/en/search/', country: 'country', service: 'service', transfer: 'transfer', outside: 'outside-eea', word: 'processor', title: 'Sub-processors', ask: 'erase my data', right: /erasure/ },
};

// shown are the names in the rows that can be seen.
const shown = (page) => page.locator('.ti-recipient:visible th .ti-anchor').allTextContents();
const said = (page) => page.locator('main output').textContent();
const address = async (page) => new URL(await page.evaluate(() => location.href));

for (const [lang, words] of Object.entries(languages)) {
  describe(`the list of sub-processors (${lang})`, () => {
    it('is filtered by choices and text together', async () => {
      await visit(words.list, async (page) => {
        const all = await shown(page);
        await page.selectOption(`[name=${words.service}]`, { index: 1 });
        const some = await shown(page);
        assert.ok(some.length > 0 && some.length < all.length, `${some.length} of ${all.length} are shown`);
        await page.selectOption(`[name=${words.country}]`, 'ie');
        const fewer = await shown(page);
        assert.ok(fewer.length > 0 && fewer.length < some.length, `${fewer.length} of ${some.length} are shown`);
        await page.fill('[name=text]', 'GÀLWAY');
        assert.deepEqual(await shown(page), ['Kloverwatch Signals Ltd']);
        assert.match(await said(page), new RegExp(`^1 .*${all.length}`));
        assert.equal(await page.locator('.ti-table:visible').count(), 1, 'a table without rows is shown');
        await page.fill('[name=text]', 'xyzzy');
        assert.deepEqual(await shown(page), []);
        assert.doesNotMatch(await said(page), /\d/);
        await page.click('[type=reset]');
        await page.waitForFunction(() => !location.search);
        assert.deepEqual(await shown(page), all);
      });
    });

    it('is shown as a shared address says', async () => {
      await visit(words.list, async (page) => {
        await page.selectOption(`[name=${words.country}]`, 'us');
        await page.fill('[name=text]', ' lantern & view? ');
        await page.fill('[name=text]', ' lantern ');
        assert.deepEqual([...(await address(page)).searchParams], [[words.country, 'us'], ['text', 'lantern']]);
        const rows = await shown(page);
        await visit((await address(page)).href.replace(site.origin, ''), async (other) => {
          assert.deepEqual(await shown(other), rows);
          assert.equal(await other.inputValue(`[name=${words.country}]`), 'us');
        });
        await page.goto(`${site.origin}${words.list}?${words.country}=atlantis&text=%3Cb%3E&x=y`);
        assert.equal(await page.locator(`[name=${words.country}]`).evaluate((select) => select.selectedIndex), 0);
      });
    });

    it('leaves the back button alone', async () => {
      await visit(words.search, async (page) => {
        await page.goto(site.origin + words.list);
        await page.selectOption(`[name=${words.country}]`, 'ie');
        await page.fill('[name=text]', 'galway');
        const [name] = await shown(page);
        await page.locator('.ti-recipient:visible th .ti-anchor').first().click();
        assert.equal((await address(page)).searchParams.get(words.country), 'ie', 'the address of a row forgets the choices');
        assert.equal((await address(page)).hash, '#kloverwatch');
        await page.goBack();
        await page.waitForURL((url) => !url.hash);
        assert.deepEqual(await shown(page), [name]);
        await page.goBack();
        await page.waitForURL(site.origin + words.search);
        await page.goForward();
        await page.waitForURL((url) => url.pathname === words.list);
        await page.waitForFunction(() => document.querySelectorAll('.ti-recipient:not([hidden])').length === 1);
        assert.equal(await page.inputValue('[name=text]'), 'galway');
      });
    });

    it('is filtered with a keyboard alone', async () => {
      await visit(words.list, async (page) => {
        const errors = [];
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        const all = await shown(page);
        await page.locator(`[name=${words.service}]`).focus();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await page.keyboard.press('ArrowDown');
        assert.ok((await shown(page)).length < all.length);
        await page.keyboard.press('Tab');
        await page.keyboard.type('e');
        await page.keyboard.press('Enter');
        assert.equal((await address(page)).searchParams.get('text'), 'e', 'Enter sends the form away');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => !location.search);
        assert.deepEqual(await shown(page), all);
        assert.deepEqual(errors, [], 'the policy had to stop the form');
      });
    });

    it('has plain links where scripts do not run, and nothing that is dead', async () => {
      await visit(words.list, async (page) => {
        assert.equal(await page.locator('main form:visible').count(), 0);
        const links = await page.locator('.ti-filters a').evaluateAll((list) => list.map((a) => [a.pathname, a.parentElement.textContent]));
        assert.ok(links.length > 5, `${links.length} links`);
        for (const [path, text] of links) {
          await page.goto(site.origin + path);
          const [, count] = text.match(/\((\d+)\)/);
          assert.equal((await shown(page)).length, Number(count), `${path} shows another number of rows than "${text}"`);
          assert.equal(await page.locator('.ti-filters [aria-current=page]').count(), 1);
          assert.equal(new URL(await page.locator('link[rel=canonical]').getAttribute('href')).pathname, words.list);
        }
        await page.goto(`${site.origin}${words.list}${words.transfer}/${words.outside}/`);
        assert.deepEqual(await shown(page), ['Lanternview Monitoring, Inc.']);
        await page.locator('main header a').click();
        await page.waitForURL(site.origin + words.list);
      }, { javascript: false });
    });

    it('shows rows as cards on a phone, and hides those left out', async () => {
      await visit(`${words.list}?${words.country}=us`, async (page) => {
        assert.equal((await shown(page)).length, 1);
        const [width, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(width <= inner, `${width} is wider than ${inner}`);
      }, { width: 320 });
    });
  });

  describe(`search (${lang})`, () => {
    it('finds a part of a compound, with or without accents', async () => {
      await visit(words.search, async (page) => {
        await page.fill('[name=q]', words.word);
        await page.waitForSelector('.ti-found li');
        const titles = await page.locator('.ti-found a').allTextContents();
        assert.ok(titles.slice(0, 2).includes(words.title), titles.join(', '));
        assert.match(await said(page), /^\d+ /);
        assert.equal((await address(page)).searchParams.get('q'), words.word);
        assert.ok(!(await page.locator('.ti-index').isVisible()), 'the index is shown beside what was found');
        await page.fill('[name=q]', '');
        await page.waitForSelector('.ti-index:visible');
        assert.equal((await address(page)).search, '');
      });
    });

    it('puts titles before texts, and finds names, places and cookies', async () => {
      await visit(words.search, async (page) => {
        for (const [asked, title] of [['Kloverwatch', 'Kloverwatch Signals Ltd'], ['chat open', 'chat_open'], ['søgfinken', /^Søgfinken/i], ['exempelmejl', 'Exempelmejl']]) {
          await page.goto(`${site.origin}${words.search}?q=${encodeURIComponent(asked)}`);
          const first = await page.locator('.ti-found a').first().textContent();
          assert.match(first, title instanceof RegExp ? title : new RegExp(`^${title}$`), `"${asked}" finds "${first}" first`);
        }
      });
    });

    it('finds a right by how one would ask for it, and counts in words', async () => {
      await visit(words.search, async (page) => {
        await page.fill('[name=q]', words.ask);
        await page.waitForSelector('.ti-found li');
        const titles = await page.locator('.ti-found a').allTextContents();
        assert.ok(titles.slice(0, 5).some((title) => words.right.test(title)), titles.join(', '));
        await page.fill('[name=q]', 'galway');
        await page.waitForFunction(() => document.querySelectorAll('.ti-found li').length === 1);
        assert.match(await said(page), /^1 [a-zä]+$/);
      });
    });

    it('leads to the very place, and back to the results', async () => {
      await visit(`${words.search}?q=kloverwatch`, async (page) => {
        await page.locator('.ti-found a').first().click();
        await page.waitForURL((url) => url.hash === '#kloverwatch');
        assert.ok(await page.locator('#kloverwatch').isVisible());
        await page.goBack();
        await page.waitForSelector('.ti-found li');
        assert.equal(await page.inputValue('[name=q]'), 'kloverwatch');
      });
    });

    it('says so where nothing is found, and where the index cannot be had', async () => {
      await visit(`${words.search}?q=xyzzy`, async (page) => {
        await page.waitForFunction(() => document.querySelector('main output').textContent);
        assert.doesNotMatch(await said(page), /\d/);
        await page.route('**/index.json', (route) => route.abort());
        await page.reload();
        await page.waitForFunction(() => document.querySelector('main output').textContent);
        assert.ok(await page.locator('.ti-index').isVisible(), 'there is no index to fall back on');
      });
    });

    it('is an index from A to the last letter where scripts do not run', async () => {
      await visit(words.search, async (page) => {
        assert.equal(await page.locator('main form:visible').count(), 0);
        const letters = await page.locator('.ti-index h3').allTextContents();
        assert.deepEqual(letters, [...letters].sort(new Intl.Collator(lang).compare));
        assert.ok((await page.locator('.ti-index h3 + ul a').count()) > 100);
        await page.locator('.ti-index h2 + ul a').last().click();
        assert.equal((await address(page)).hash, await page.locator('.ti-index h3').last().evaluate((e) => `#${e.id}`));
      }, { javascript: false });
    });
  });

  it(`a filtered list and found topics are accessible (${lang})`, async () => {
    for (const path of [`${words.list}?${words.country}=ie`, `${words.list}${words.country}/ie/`, `${words.search}?q=${words.word}`]) {
      for (const colorScheme of ['light', 'dark']) {
        await visit(path, async (page) => {
          await page.emulateMedia({ colorScheme });
          await page.waitForSelector('main output:not(:empty), main .ti-title__lead a');
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false }));
          assert.deepEqual(violations.map(({ id, nodes }) => `${path} ${colorScheme}: ${id}: ${nodes[0].html}`), []);
        }, { width: 390 });
      }
    }
  });
}
