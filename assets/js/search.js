// Searches the index beside the page, which lists the same from A to Ö.
const form = document.querySelector('.ti-search');
if (form) {
  const { q } = form.elements;
  const [output, list, all] = ['output', '.ti-found', '.ti-index'].map((name) => document.querySelector(name));
  let index;

  const load = async () => (await (await fetch(form.dataset.index)).json()).map((topic) => (
    { topic, title: ` ${fold(topic.title)} `, text: ` ${fold(`${topic.page} ${topic.text}`)} ` }));

  // Lower is nearer to what the topic is about.
  const rank = ({ title, text }, words) => [title === ` ${words} `, title.includes(` ${words} `), title.includes(` ${words}`),
    title.includes(words), text.includes(` ${words} `), text.includes(words)].indexOf(true);

  const find = (topics, query) => topics.map((entry) => {
    const parts = query.split(' ').map((word) => rank(entry, word));
    const whole = rank(entry, query);
    return { ...entry, rank: parts.includes(-1) ? -1 : whole < 0 ? 6 : whole };
  }).filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank || a.title.length - b.title.length);

  const element = (name, properties, ...inside) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...inside);
    return made;
  };

  const item = ({ topic: { title, page, url, text } }, word) => {
    const words = text.split(' ');
    const begin = Math.max(0, words.findIndex((w) => fold(w).includes(word)) - 6);
    const line = words.slice(begin, begin + 24).join(' ') + (words[begin + 24] ? ' …' : '');
    const notes = [page, line].map((note) => element('span', { className: 'ti-note' }, note));
    return element('li', {}, element('a', { href: url }, title), ...notes);
  };

  const show = async () => {
    const query = fold(q.value);
    try {
      const found = query && find(await (index ??= load()), query);
      if (query !== fold(q.value)) return; // typed on
      const { none, one, other } = form.dataset;
      output.value = query && ([none, one][found.length] ?? other.replace('#', found.length));
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
