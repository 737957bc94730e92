// Narrows the table of units by name, typed with or without marks, and by state.
import { fold } from './report/words.js';

const find = document.getElementById('unit-find');
const state = document.getElementById('unit-state');
const shown = document.getElementById('unit-shown');
const rows = [...document.querySelectorAll('table.units tbody tr')];

const narrow = () => {
  const words = fold(find.value).split(/\s+/).filter(Boolean);
  for (const row of rows) {
    const wanted = words.every((word) => row.dataset.find.includes(word)) && (!state.value || row.dataset.state === state.value);
    row.hidden = !wanted;
  }
  const count = rows.filter((row) => !row.hidden).length;
  shown.textContent = count === rows.length ? '' : `Đang hiện ${count}/${rows.length} đơn vị`;
};

if (find) {
  find.addEventListener('input', narrow);
  state.addEventListener('change', narrow);
  find.form.addEventListener('submit', (event) => event.preventDefault());
  // The browser may have kept what was typed before a reload.
  narrow();
}
