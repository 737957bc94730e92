import { sayWhy } from './attachments.js';
import { canonical, element, figure, fold } from './words.js';

/** How each type of a list form's column is shown, typed and read. */

const NUMBER = { text: false, decimals: 0 };
const MAX_TEXT = 4000;

/** A canonical value as people read it. */
export const shown = (value, { type }) => {
  if (value === undefined || value === null) {
    return '';
  }
  if (type === 'bool') {
    return String(value) === 'true' ? 'Có' : 'Không';
  }
  if (type === 'date') {
    return String(value).split('-').reverse().join('/');
  }
  return type === 'int' || type === 'decimal' ? figure(String(value), NUMBER) : String(value);
};

/** Whether two names are the same but for marks, case, stops and blanks. */
const same = (one, other) => bare(one) === bare(other);
const bare = (text) => fold(text).replace(/[\s,;.]+/g, ' ').trim();

const choices = ({ type, values }) => (type === 'bool' ? [['true', 'Có'], ['false', 'Không']] : (values ?? []).map((name) => [name, name]));

const day = (text) => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [date, month, year] = iso ? [iso[3], iso[2], iso[1]] : (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []).slice(1);
  if (!year) {
    return { question: `“${text}” không phải ngày. Ghi đủ ngày, tháng, năm, ví dụ 30/09/2017.` };
  }
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  const real = found.getUTCMonth() === Number(month) - 1 && found.getUTCDate() === Number(date) && Number(year) >= 1900 && Number(year) <= 2100;
  return real ? { value: found.toISOString().slice(0, 10) } : { question: `Không có ngày ${text}.` };
};

/** What was typed, or pasted, into a cell: `{value}` for the server, undefined for a blank, or a `{question}`. */
export const read = (typed, column, names = []) => {
  const text = typed.normalize('NFC').trim();
  if (text === '') {
    return { value: undefined };
  }
  switch (column.type) {
    case 'int':
    case 'decimal':
      return number(text, column.type === 'decimal');
    case 'date':
      return day(text);
    case 'bool':
    case 'enum':
      return choice(text, column);
    case 'file':
      return names.includes(text) ? { value: text } : { question: `Chưa có tệp đính kèm tên “${text}”.` };
    default:
      return words(text, column);
  }
};

const number = (text, decimal) => {
  const { value, question } = canonical(text, decimal);
  if (value !== undefined && !decimal && value.includes('.')) {
    return { question: `“${text}” không phải số nguyên.` };
  }
  return question === undefined ? { value } : { question };
};

const choice = (text, column) => {
  const found = choices(column).find(([code, name]) => code === text || same(name, text));
  return found ? { value: found[0] } : { question: `“${text}” không có trong danh sách; chọn một trong: ${choices(column).map(([, name]) => name).join('; ')}.` };
};

const words = (text, { maxChars }) => {
  const most = maxChars ?? MAX_TEXT;
  const size = [...text].length;
  return size > most ? { question: `Có ${size} ký tự, tối đa ${most}.` } : { value: text };
};

/** The field of one cell. `text` is what stands in it; a choice that is none of the list stays visible as it is. */
export const control = (column, attributes, text, files) => {
  switch (column.type) {
    case 'enum':
    case 'bool':
      return select(attributes, choices(column), text);
    case 'file':
      return fileSelect(attributes, text, files);
    case 'text':
      return element('textarea', { ...attributes, rows: 2 }, text);
    case 'date':
      return element('input', { ...attributes, type: 'text', value: text, placeholder: 'ngày/tháng/năm', autocomplete: 'off' });
    default:
      return element('input', { ...attributes, type: 'text', inputmode: 'decimal', value: text, autocomplete: 'off' });
  }
};

const select = (attributes, offered, text) => {
  const strange = text !== '' && !offered.some(([code, name]) => code === text || name === text);
  return element(
    'select',
    attributes,
    element('option', { value: '' }, '– chọn –'),
    ...(strange ? [element('option', { value: text, selected: true }, text)] : []),
    ...offered.map(([code, name]) => element('option', { value: code, selected: code === text || name === text }, name))
  );
};

const UPLOAD = '\u0000';

/** The attachments by name, and the way to add one. */
const fileSelect = (attributes, text, files) => {
  const field = select(attributes, files.names.map((name) => [name, name]), text);
  field.options[0].textContent = '– không có tệp –';
  field.append(element('option', { value: UPLOAD }, 'Tải tệp lên…'));
  let before = text;
  field.addEventListener(
    'input',
    (event) => {
      if (field.value !== UPLOAD) {
        before = field.value;
        return;
      }
      event.stopImmediatePropagation();
      field.value = before;
      pick(field, files);
    },
    { capture: true }
  );
  return field;
};

const pick = (field, files) => {
  const input = element('input', { type: 'file', accept: '.pdf,.png,.jpg,.jpeg' });
  input.addEventListener('change', async () => {
    const note = element('span', { class: 'muted', role: 'status' }, 'Đang tải lên…');
    field.after(note);
    try {
      const { name } = await files.add(input.files[0], 'other', (share) => (note.textContent = `Đang tải lên ${Math.round(share * 100)}%`));
      note.remove();
      field.dispatchEvent(new CustomEvent('picked', { detail: name }));
    } catch (problem) {
      note.className = 'fault';
      note.textContent = sayWhy(problem);
    }
  });
  input.click();
};
