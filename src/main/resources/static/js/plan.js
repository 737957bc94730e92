// Rows of the drafting page: add, remove, move. Leaving with unsaved changes asks first.
const form = document.getElementById('plan');
const note = document.getElementById('plan-dirty');
let dirty = false;

const changed = () => {
  dirty = true;
  note?.removeAttribute('hidden');
};

const rowOf = (button) => button.closest('tr, .row');

const actions = {
  add: (button) => {
    const row = document.getElementById(button.dataset.template).content.firstElementChild.cloneNode(true);
    document.getElementById(button.dataset.add).append(row);
    row.querySelector('input:not([type=hidden])').focus();
  },
  remove: (button) => rowOf(button).remove(),
  up: (button) => rowOf(button).previousElementSibling?.before(rowOf(button)),
  down: (button) => rowOf(button).nextElementSibling?.after(rowOf(button))
};

form.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  const action = button && Object.keys(actions).find((name) => name in button.dataset);
  if (action) {
    actions[action](button);
    changed();
  }
});
form.addEventListener('input', changed);
form.addEventListener('submit', () => {
  dirty = false;
});
window.addEventListener('beforeunload', (event) => {
  if (dirty) {
    event.preventDefault();
  }
});
