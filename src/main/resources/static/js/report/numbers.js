/** The two ways in which spreadsheets write numbers: Vietnamese `1.234,5` and English `1,234.5`. */

const READERS = {
  vi: { shape: /^-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/, group: '.', point: ',' },
  en: { shape: /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/, group: ',', point: '.' }
};

const bare = (text) => text.replace('−', '-').replace(/\s*%$/, '');

/** A number without groups and with a decimal comma, or null when this is none in that style. */
export const plain = (text, style) => {
  const { shape, group, point } = READERS[style];
  const number = bare(text);
  return shape.test(number) ? number.replaceAll(group, '').replace(point, ',') : null;
};

/**
 * How the numbers of a block are written: `vi`, `en`, or `ask` with the number that may mean two things. `numbers`:
 * `[{text, decimals}]`, those that hold a separator count. Where a row takes whole numbers only, `1.234` has one
 * meaning; `1,234` may still be a fraction that does not belong there.
 */
export const styleOf = (numbers) => {
  const told = { vi: false, en: false };
  let doubtful = null;
  numbers
    .filter(({ text }) => /[.,]/.test(text))
    .forEach(({ text, decimals }) => {
      const vi = plain(text, 'vi');
      const en = plain(text, 'en');
      if (vi !== null && (en === null || (decimals === 0 && en.includes(',')))) {
        told.vi = true;
      } else if (en !== null && vi === null) {
        told.en = true;
      } else if (vi !== null) {
        doubtful ??= text;
      }
    });
  if (told.vi !== told.en) {
    return { style: told.vi ? 'vi' : 'en' };
  }
  if (doubtful === null) {
    return { style: 'vi', mixed: told.vi };
  }
  return { style: 'ask', doubtful };
};
