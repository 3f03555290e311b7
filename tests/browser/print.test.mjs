// On paper, each page still says what it is, where it came from and of when.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { has, open, pages, picture, run } from './site.mjs';

const site = await open();

describe('on paper', { concurrency: 2 }, () => {
  for (const path of pages()) {
    it(path, async (t) => {
      if (!has(t, 'pdftotext')) return;
      const file = picture(path, 'print.pdf');
      const { title, canonical, version, sections, tables } = await site.show(path, async (page) => {
        await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true, printBackground: true });
        await page.emulateMedia({ media: 'print' });
        return page.evaluate(promised);
      }, { javascript: false });

      const paper = flat(run('pdftotext', '-layout', file, '-').stdout);
      assert.ok(paper.includes(flat(title)), `no heading ${title}`);
      assert.ok(paper.includes(flat(version)), `no ${version}`);
      if (canonical) assert.ok(paper.includes(flat(new URL(path, canonical).href)), 'no address');
      assert.deepEqual(sections.filter((words) => !paper.includes(flat(words))), [], 'sections are missing');
      assert.deepEqual(tables, []);
    });
  }
});

// promised is what the page has to say on paper, and the tables whose header
// would not stand again at the top of the next sheet.
function promised() {
  const words = (selector) => document.querySelector(selector)?.textContent ?? '';
  return {
    title: words('h1'),
    canonical: document.querySelector('link[rel=canonical]')?.href,
    version: words('footer time'),
    sections: [...document.querySelectorAll('main h2')].map((e) => e.textContent),
    tables: [...document.querySelectorAll('table')]
      .filter((table) => table.tHead && getComputedStyle(table.tHead).display !== 'table-header-group')
      .map((table) => `the header is not repeated: ${table.caption?.textContent}`),
  };
}

// flat is text without white space and hyphens, which lines break at.
function flat(text) {
  return text.replace(/[\s\u00ad\u2010-]+/g, '').toLowerCase();
}
