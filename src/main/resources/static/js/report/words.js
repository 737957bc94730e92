/** Text and numbers as Vietnamese read them. */

const whole = new Intl.NumberFormat('vi-VN');

export const count = (number) => whole.format(number);

/** As the server keeps text: composed, without blanks at line ends and around. */
export const clean = (text) =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** For searching: lower case without marks, `đ` as `d`. */
export const fold = (text) => text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('đ', 'd');

/** Length in code points. */
export const length = (text) => [...clean(text)].length;

/** `"18500.5"` as `18.500,5`; marks and words as they are. */
export const figure = (canonical, { text, decimals }) => {
  const number = text ? null : /^(-?)(\d+)(?:\.(\d+))?$/.exec(canonical);
  if (!number) {
    return canonical;
  }
  const [, sign, integer, fraction = ''] = number;
  const digits = fraction.padEnd(decimals, '0');
  return sign + integer.replace(/\B(?=(\d{3})+$)/g, '.') + (digits ? `,${digits}` : '');
};

/** A typed number as the API takes it, null when it is none, or a question when it may mean two numbers. */
export const canonical = (typed, decimal) => {
  const text = typed.trim();
  if (decimal && /^-?[1-9]\d{0,2}\.\d{3}$/.test(text)) {
    return { question: `“${text}” nghĩa là ${text.replace('.', '')} hay ${text.replace('.', ',')}? Hãy gõ lại.` };
  }
  if (/^-?\d+(,\d+)?$/.test(text) || /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text)) {
    return { value: text.replaceAll('.', '').replace(',', '.') };
  }
  return { question: `“${text}” không phải là số.` };
};

export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? '' : value);
    }
  });
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};
