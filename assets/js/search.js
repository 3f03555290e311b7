const form = document.querySelector('.ti-search');
if (form) {
  const { q } = form.elements;
  const [output, list, all] = ['output', '.ti-found', '.ti-index'].map((name) => document.querySelector(name));
  let index;

  const load = async () => (await (await fetch(form.dataset.index)).json()).map((topic) => (
    { topic, title: ` ${fold(topic.title)} `, text: ` ${fold(`${topic.page} ${topic.text}`)} ` }));

  // Lower is nearer; pages come first.
  const rank = ({ topic, title, text }, words) => [title === ` ${words} `, !topic.url.includes('#') && title.includes(words),
    title.includes(` ${words}`), title.includes(words), text.includes(` ${words}`), text.includes(words)].indexOf(true);

  // Long words may end otherwise; short ones beside them are left out.
  const find = (topics, query) => topics.map((entry) => {
    const parts = (query.match(/\S{5,}/g) ?? query.split(' ')).map((word) => rank(entry, word.replace(/(.{4,})./, '$1')));
    const whole = rank(entry, query);
    return { ...entry, rank: parts.includes(-1) ? -1 : whole < 0 ? 6 + parts.reduce((a, b) => a + b) : whole };
  }).filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank || a.title.length - b.title.length);

  const make = (name, own, ...inside) => {
    const e = Object.assign(document.createElement(name), own);
    e.append(...inside);
    return e;
  };

  const item = ({ topic: { title, page, url, text } }, word) => {
    const words = text.split(' ');
    const at = Math.max(0, words.findIndex((w) => fold(w).includes(word)) - 6);
    const line = words.slice(at, at + 24).join(' ') + (words[at + 24] ? ' …' : '');
    const notes = [page, line].map((note) => make('span', { className: 'ti-note' }, note));
    return make('li', {}, make('a', { href: url }, title), ...notes);
  };

  const show = async () => {
    const query = fold(q.value);
    try {
      const found = query && find(await (index ??= load()), query);
      if (query !== fold(q.value)) return;
      const { none, single, other } = form.dataset;
      output.value = query && ([none, single][found.length] ?? other.replace('#', found.length));
      list.replaceChildren(...(found || []).slice(0, 50).map((entry) => item(entry, query.split(' ')[0])));
      all.hidden = !!query;
    } catch {
      index = null;
      output.value = form.dataset.failed;
    }
  };

  q.value = new URLSearchParams(location.search).get('q');
  form.onsubmit = () => false;
  form.oninput = () => {
    show();
    history.replaceState(null, '', q.value ? `?${new URLSearchParams({ q: q.value })}` : location.pathname);
  };
  form.hidden = false;
  show();
}
