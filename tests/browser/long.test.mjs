// A long list stays light, and can be used: with 50 sub-processors and with 1,000.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { open, overflowing, run } from './site.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tillit-long-'));
after(() => rmSync(folder, { recursive: true }));
const list = '/en/subprocessors/';
const kB = 1000;

for (const { rows, most } of [{ rows: 50, most: 60 * kB }, { rows: 1000, most: 120 * kB }]) {
  const site = await open(build(rows));

  describe(`a list of ${rows}`, () => {
    it('is light', () => site.receive(true, async (page) => {
      const answers = [];
      page.on('response', (response) => answers.push(response));
      await page.goto(site.origin + list, { waitUntil: 'networkidle' });
      const sizes = await Promise.all(answers.map(async (answer) => gzipSync(await answer.body()).length));
      const all = sizes.reduce((sum, size) => sum + size, 0);
      assert.equal(await page.locator('tr[id^=supplier-]').count(), rows);
      assert.ok(all <= most, `${all} bytes in all`);
    }));
    for (const width of [1280, 390]) {
      it(`fits a window of ${width}`, () => site.show(list, async (page) => {
        assert.deepEqual(await page.evaluate(overflowing), []);
      }, { width }));
    }
    it('is filtered down to one', (t) => site.show(list, async (page) => {
      const took = await page.evaluate(filter, `system ${rows}`);
      assert.equal(await page.locator('tr[id^=supplier-]:visible').count(), 1);
      t.diagnostic(`the page was busy for ${Math.round(took)} ms`);
    }));
  });
}

// filter types into the filter, and tells how long the page was busy with it.
function filter(text) {
  const field = document.querySelector('.ti-filter [name=text]');
  const begun = performance.now();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - begun;
}

// build makes the site of a company with so many sub-processors.
function build(rows) {
  const dir = join(folder, `${rows}`);
  const tillit = (...args) => {
    const { status, stdout, stderr } = run(process.env.TILLIT ?? 'bin/tillit', ...args);
    assert.equal(status, 0, stdout + stderr);
  };
  tillit('init', '--example', dir, '--lang', 'en');
  for (let n = 1; n <= rows; n++) writeFileSync(join(dir, `data/recipients/supplier-${n}.yaml`), supplier(n));
  tillit('build', '--preview', '--dir', dir, '--out', join(dir, 'public'));
  return join(dir, 'public');
}

function supplier(n) {
  const [country, city] = [['DE', 'Köln'], ['NL', 'Utrecht'], ['FI', 'Åbo'], ['IE', 'Cork']][n % 4];
  return `legal_name: Supplier ${n} Hosting
foreign_registration: Registry ${n * 7919}
kind: subprocessor
country: ${country}
locations: [{country: ${country}, city: ${city}, kinds: [hosting, storage]}]
service: {sv: "Drift av system ${n}", en: "Hosting of system ${n}"}
purposes: [{sv: "Leverera tjänst ${n % 9} till kunden", en: "Deliver service ${n % 9} to the customer"}]
data_subjects: [{sv: "Användare av system ${n}", en: "Users of system ${n}"}]
services: [bokning]
transfer: {third_country: false}
announced: 2026-01-01
object_by: 2026-01-20
effective: 2026-03-01
`;
}
