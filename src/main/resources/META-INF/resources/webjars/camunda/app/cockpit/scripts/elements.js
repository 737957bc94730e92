/** Builds elements from data; text only ever becomes a text node, so nothing needs escaping. */
export const element = (tag, attributes = {}, ...children) => {
  const created = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => created.setAttribute(name, value));
  created.append(...children.map((child) => (child instanceof Node ? child : String(child ?? ''))));
  return created;
};

export const table = (headings, rows) =>
  element(
    'table',
    { class: 'table table-condensed tongket-table' },
    element('thead', {}, element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, heading)))),
    element('tbody', {}, ...rows)
  );

const ZONE = 'Asia/Ho_Chi_Minh';
const parts = (instant, options) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, ...options }).formatToParts(instant).map((part) => [part.type, part.value])
  );

/** "2017-11-04" or an instant → "04/11/2017", in the time zone of the unions whatever the browser's is. */
export const day = (value) => {
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value ?? '');
  if (plain) {
    return `${plain[3]}/${plain[2]}/${plain[1]}`;
  }
  const instant = new Date(value ?? '');
  if (Number.isNaN(instant.getTime())) {
    return '';
  }
  const { day: date, month, year } = parts(instant, { day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${date}/${month}/${year}`;
};

/** An instant → "30/10/2017 08:15". */
export const moment = (value) => {
  const date = day(value);
  if (date === '' || /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return date;
  }
  const { hour, minute } = parts(new Date(value), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${date} ${hour}:${minute}`;
};
