// Shows the mail while its text is being typed, and what is wrong where it stands. Leaving with unsaved changes asks.
const form = document.getElementById('text');
const fields = { subject: document.getElementById('subject'), body: document.getElementById('body') };
const state = document.getElementById('preview-state');
const PAUSE = 400;
let dirty = false;
let last = fields.body;
let timer;
let asked = 0;

const headers = () => ({
  Accept: 'application/json',
  [document.querySelector('meta[name=csrf-header]').content]: document.querySelector('meta[name=csrf-token]').content
});

const showFaults = (faults) => {
  for (const [name, field] of Object.entries(fields)) {
    const own = faults.filter((fault) => fault.path === name);
    document.getElementById(`${name}-faults`).replaceChildren(...own.map((fault) => {
      const item = document.createElement('li');
      item.textContent = fault.message;
      return item;
    }));
    field.setAttribute('aria-invalid', String(own.length > 0));
  }
};

const preview = async () => {
  const turn = ++asked;
  try {
    const answer = await fetch(form.dataset.preview, { method: 'POST', headers: headers(), body: new URLSearchParams(new FormData(form)) });
    if (turn !== asked) {
      return;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const { faults, mail } = await answer.json();
    showFaults(faults);
    if (mail) {
      document.getElementById('preview-html').srcdoc = mail.html;
      document.getElementById('preview-text').textContent = mail.text;
    }
    state.textContent = mail ? '' : 'Chưa xem trước được lời văn vừa sửa; dưới đây là bản trước đó.';
  } catch {
    state.textContent = 'Không xem trước được lúc này; đồng chí thử lại sau ít phút.';
  }
};

const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(preview, PAUSE);
};

for (const field of Object.values(fields)) {
  field.addEventListener('focus', () => {
    last = field;
  });
  field.addEventListener('input', () => {
    dirty = true;
    soon();
  });
}

document.querySelector('.placeholders').addEventListener('click', (event) => {
  const button = event.target.closest('[data-insert]');
  if (button) {
    last.setRangeText(button.dataset.insert, last.selectionStart, last.selectionEnd, 'end');
    last.focus();
    last.dispatchEvent(new Event('input', { bubbles: true }));
  }
});

document.getElementById('unit')?.addEventListener('change', preview);
for (const each of document.querySelectorAll('main form')) {
  each.addEventListener('submit', () => {
    dirty = false;
  });
}
window.addEventListener('beforeunload', (event) => {
  if (dirty) {
    event.preventDefault();
  }
});
