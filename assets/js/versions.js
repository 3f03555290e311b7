// Jumps to the version that applied on a day. Without it the table says the same.
const form = document.querySelector('.ti-jump');
if (form) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const day = form.elements.day.value;
    const row = [...document.querySelectorAll('#versions tbody tr')].find(
      ({ dataset }) => dataset.from <= day && (!dataset.until || day <= dataset.until));
    form.querySelector('output').textContent = row ? row.querySelector('a').textContent : form.dataset.none;
    if (day && row) location.hash = row.id;
  });
}
