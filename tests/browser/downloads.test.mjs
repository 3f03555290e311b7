// Each list is the same in every format, as programs of others read them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readSheet } from 'read-excel-file/node';
import { folder, has, run } from './site.mjs';

const data = join(folder, 'data/v1');
const files = readdirSync(data).sort();
const lists = files.filter((name) => name.endsWith('.csv-metadata.json')).map((name) => name.replace('.csv-metadata.json', ''));
const read = (name) => readFileSync(join(data, name), 'utf8');
const json = (name) => JSON.parse(read(name));

const ajv = new Ajv({ allErrors: true, strict: false });
formats(ajv);

describe('JSON is what its schema says', () => {
  for (const name of files.filter((name) => name.endsWith('.json') && json(name).$schema && !name.endsWith('.schema.json'))) {
    it(name, () => {
      const schema = json(json(name).$schema);
      const valid = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
      assert.ok(valid(json(name)), ajv.errorsText(valid.errors));
    });
  }
});

describe('CSV is what its metadata says', () => {
  const described = ajv.compile(JSON.parse(readFileSync(new URL('csvw.schema.json', import.meta.url))));
  for (const list of lists) {
    it(list, () => {
      const metadata = json(`${list}.csv-metadata.json`);
      assert.ok(described(metadata), ajv.errorsText(described.errors));
      assert.equal(metadata.url, `${list}.csv`);
      const { columns, primaryKey } = metadata.tableSchema;
      const [header, ...rows] = table(read(metadata.url));
      assert.deepEqual(header, columns.map(({ titles }) => titles.und));
      for (const row of rows) {
        assert.equal(row.length, columns.length);
        columns.forEach(({ datatype, separator, required }, i) => {
          if (row[i] === '') return assert.ok(!required, `no ${header[i]}`);
          for (const value of separator ? row[i].split(separator) : [row[i]]) {
            assert.match(value, lexical[datatype], header[i]);
          }
        });
      }
      const keys = rows.map((row) => row[header.indexOf(primaryKey)]);
      assert.equal(new Set(keys).size, keys.length, 'a key stands twice');
    });
  }
});

// lexical is how XML Schema writes each datatype.
const lexical = {
  string: /[^]/,
  integer: /^[+-]?\d+$/,
  boolean: /^(true|false|0|1)$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};

describe('XLSX equals CSV, cell by cell', () => {
  for (const list of lists) {
    it(list, async () => {
      const [, ...rows] = table(read(`${list}.csv`));
      const [header, ...sheet] = await readSheet(join(data, `${list}.xlsx`));
      const language = list.split('.').pop();
      assert.deepEqual(header, json(`${list}.csv-metadata.json`).tableSchema.columns.map(({ titles }) => titles[language]));
      assert.deepEqual(sheet.map((row) => row.map(written)), rows);
    });
  }
});

// written is a cell of a workbook as CSV writes it.
function written(cell) {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell ?? '');
}

describe('JSON equals CSV', () => {
  for (const list of lists) {
    it(list, () => {
      const [header, ...rows] = table(read(`${list}.csv`));
      const { rows: entries } = json(`${list}.json`);
      const cell = (value) => (Array.isArray(value) ? value.join(' | ') : String(value ?? ''));
      assert.deepEqual(entries.map((entry) => header.map((name) => cell(entry[name]))), rows);
    });
  }
});

describe('PDF says what the list says', () => {
  for (const name of files.filter((name) => name.endsWith('.pdf'))) {
    it(`${name} is sound`, (t) => {
      if (!has(t, 'qpdf')) return;
      const { status, stdout, stderr } = run('qpdf', '--check', join(data, name));
      assert.equal(status, 0, stdout + stderr);
    });
  }
  for (const list of lists) {
    it(list, (t) => {
      if (!has(t, 'pdftotext')) return;
      const text = flat(run('pdftotext', '-raw', join(data, `${list}.pdf`), '-').stdout);
      const { rows, columns, language, version } = json(`${list}.json`);
      assert.ok(text.includes(flat(version)), 'no version');
      let end = 0;
      const ids = rows.map(({ id }) => (end = text.indexOf(`id:${flat(id)}`, end) + 1));
      assert.ok(!ids.includes(0), 'the PDF lacks rows');
      const missing = rows.flatMap((row, i) => {
        const around = text.slice(ids[i - 1] ?? 0, ids[i + 1]); // what one reads between the ids on both sides
        return columns.flatMap(({ name }) => [row[name] ?? []].flat().flatMap((value) => parts(value, language))
          .filter((part) => !says(around, part)).map((part) => `${row.id}.${name}: ${part}`));
      });
      assert.deepEqual(missing, []);
    });
  }
});

// says tells whether a text holds a part: in one piece, or word by word, where the
// end of a page with its header stands in between.
function says(text, part) {
  return text.includes(flat(part)) || part.split(/\s+/).every((word) => text.includes(flat(word)));
}

// parts are the words that a PDF has for a value: a country by its name, and
// nothing of numbers, truths and codes, which it writes as sentences.
function parts(value, language) {
  const text = String(value);
  if (/^([a-z][a-z0-9-]*|P[T\d]\w*|\d+)$/.test(text)) return [];
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  return [text.replace(/^[A-Z]{2}(?=$|, )/, (code) => countries.of(code))];
}

// flat is text without white space and hyphens, which lines break at.
function flat(text) {
  return text.replace(/[\s\u00ad\u2010-]+/g, '').toLowerCase();
}

// table is CSV as RFC 4180 has it: quoted fields may hold what else ends a field.
function table(text) {
  const rows = [];
  let row = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy)) {
    if (end === '' && row.length === 0 && !quoted && !plain) break;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push(row.splice(0));
  }
  return rows;
}
