// A date field is written in the order of the browser's language: 05/11 would read 11/05 in an English one, and be
// typed so. A text field, always day/month/year, stands for it; of the field itself only the calendar stays in sight.
const PATTERN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

const asText = (iso) => iso.split('-').reverse().join('/');

const asIso = (text) => {
  const [, day, month, year] = PATTERN.exec(text.trim()) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
  const date = new Date(`${iso}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : '';
};

const dress = (picker) => {
  const text = document.createElement('input');
  Object.assign(text, { type: 'text', inputMode: 'numeric', placeholder: 'ngày/tháng/năm', maxLength: 10, autocomplete: 'off' });
  Object.assign(text, { value: asText(picker.value), required: picker.required, disabled: picker.disabled, readOnly: picker.readOnly });
  text.setAttribute('aria-label', picker.getAttribute('aria-label') ?? picker.closest('label')?.firstChild.textContent.trim() ?? 'Ngày');
  picker.required = false;
  picker.tabIndex = -1;
  picker.classList.add('calendar');
  const field = document.createElement('span');
  field.className = 'date';
  picker.replaceWith(field);
  field.append(text, picker);

  text.addEventListener('input', () => {
    picker.value = asIso(text.value);
    text.setCustomValidity(picker.value || !text.value ? '' : 'Ghi ngày/tháng/năm, ví dụ 05/11/2017.');
  });
  ['input', 'change'].forEach((name) => text.addEventListener(name, () => picker.dispatchEvent(new Event(name, { bubbles: true }))));
  picker.addEventListener('input', (event) => {
    if (event.isTrusted) {
      text.value = asText(picker.value);
      text.setCustomValidity('');
    }
  });
};

const dressAll = () => document.querySelectorAll('input[type=date]:not(.calendar)').forEach(dress);
dressAll();
new MutationObserver(dressAll).observe(document.body, { childList: true, subtree: true });
