// The Nu Html Checker, which the W3C runs, on every file it understands.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { it } from 'node:test';
import { folder, has, run } from './site.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

it('HTML, CSS and SVG are valid', (t) => {
  if (!has(t, 'java')) return;
  const { stderr } = run('java', '-jar', jar, '--format', 'json', '--also-check-css', '--also-check-svg', '--skip-non-html', folder);
  const { messages } = JSON.parse(stderr);
  // The checker reads files, which have no origin that 'self' could mean, and
  // takes JSON-LD for a script that would run; that the policy holds is seen in
  // the browser.
  const said = messages.filter(({ message }) => !/^(Resource|Inline script) violates Content Security Policy/.test(message));
  assert.deepEqual(said.map(({ url = '', lastLine, type, message, extract = '' }) =>
    `${relative(folder, url.replace('file:', ''))}:${lastLine}: ${type}: ${message} ${extract}`), []);
});
