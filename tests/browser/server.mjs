// A host for the built site that obeys its _headers and _redirects as Netlify
// does, so that the policy the world gets is in force when the site is tested.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml',
};

// serve answers for the folder on a free port of this machine. It returns the
// address and what stops it.
export async function serve(folder) {
  const headers = parseHeaders(await text(folder, '_headers'));
  const redirects = parseRedirects(await text(folder, '_redirects'));
  const server = createServer(async (request, response) => {
    const path = decodeURI(new URL(request.url, 'http://localhost').pathname);
    for (const rule of headers.filter((rule) => rule.matches(path))) {
      response.setHeader(rule.name, rule.value);
    }
    const { status, location, file } = await answer(folder, redirects, path);
    if (location) {
      response.writeHead(status, { location }).end();
      return;
    }
    const type = types[extname(file.name)] ?? 'application/octet-stream';
    const packed = /^text|json|xml/.test(type) && /gzip/.test(request.headers['accept-encoding']);
    response.writeHead(status, { 'content-type': type, ...(packed && { 'content-encoding': 'gzip' }) });
    response.end(packed ? gzipSync(file.data) : file.data);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}

// answer finds a forced redirect first, then the file, then what _redirects says
// of a path without one, and last the page for what is not there.
async function answer(folder, redirects, path) {
  const forced = redirects.find((rule) => rule.forced && rule.matches(path));
  if (forced) return { status: forced.status, location: forced.to };
  const file = await read(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (file) return { status: 200, file };
  if (await read(folder, `${path}/index.html`)) return { status: 301, location: `${path}/` };
  const rule = redirects.find((rule) => !rule.forced && rule.matches(path));
  if (rule && rule.status < 400) return { status: rule.status, location: rule.to };
  const missing = await read(folder, rule ? rule.to : '/404.html');
  return { status: 404, file: missing ?? { name: '.txt', data: 'not found' } };
}

async function read(folder, path) {
  const name = normalize(join(folder, path));
  if (!name.startsWith(normalize(folder))) return null;
  try {
    return { name, data: await readFile(name) };
  } catch {
    return null;
  }
}

async function text(folder, name) {
  return (await read(folder, name))?.data.toString() ?? '';
}

// parseHeaders reads a path on a line of its own, and under it, indented, the
// headers for it.
function parseHeaders(text) {
  let matches;
  const rules = [];
  for (const line of text.split('\n').filter((line) => line.trim())) {
    if (!line.startsWith(' ')) {
      matches = matcher(line.trim());
      continue;
    }
    const [, name, value] = line.match(/^\s+([^:]+):\s*(.*)$/);
    rules.push({ matches, name, value });
  }
  return rules;
}

function parseRedirects(text) {
  return text.split('\n').filter((line) => line.trim()).map((line) => {
    const [from, to, status = '301'] = line.trim().split(/\s+/);
    return { matches: matcher(from), to, status: parseInt(status), forced: status.endsWith('!') };
  });
}

function matcher(pattern) {
  return (path) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern);
}
