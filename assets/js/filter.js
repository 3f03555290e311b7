// Filters the list in place by choices and a text, which stand in the address, so
// that what is shown can be shared. Without it, links lead to pages with a part of
// the list each.
const form = document.querySelector('.ti-filter');
if (form) {
  const rows = [...document.querySelectorAll('tr[data-keys]')].map((row) => ({
    row,
    keys: row.dataset.keys.split(' '),
    text: fold(row.textContent),
  }));
  const fields = [...form.elements].filter(({ name }) => name);

  const show = () => {
    const chosen = fields.filter(({ value }) => value.trim());
    const shown = rows.filter(({ row, keys, text }) => {
      row.hidden = !chosen.every(({ name, value }) => (name === 'text' ? text.includes(fold(value)) : keys.includes(`${name}=${value}`)));
      return !row.hidden;
    });
    for (const table of new Set(rows.map(({ row }) => row.closest('.ti-table')))) {
      table.hidden = !table.querySelector('tbody tr:not([hidden])');
    }
    form.classList.toggle('ti-filter--on', chosen.length > 0);
    form.querySelector('output').textContent = shown.length
      ? form.dataset.count.replace('##', rows.length).replace('#', shown.length)
      : form.dataset.none;
    return chosen;
  };

  const change = () => {
    const address = new URL(location);
    address.search = new URLSearchParams(show().map(({ name, value }) => [name, value.trim()]));
    history.replaceState(history.state, '', address);
  };

  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    field.value = asked.get(field.name) ?? '';
    if (field.selectedIndex < 0) field.value = '';
  }
  form.addEventListener('input', change);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(change));
  document.querySelector('.ti-filters').hidden = true;
  form.hidden = false;
  show();
}
