import { ask } from './ask.js';
import { matrix } from './clipboard.js';
import { plain, styleOf } from './numbers.js';
import { read, shown } from './list-cells.js';

const same = (text) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/[ *:]+$/, '').trim();

const NUMBERS = new Set(['int', 'decimal']);

/** Whether the clipboard holds rows of a table, and not a text for one cell. */
export const isBlock = (clipboard, multiline) => {
  const text = clipboard.getData('text/plain').replace(/\n$/, '');
  return text.includes('\t') || (text.includes('\n') && (!multiline || /<table[\s>]/i.test(clipboard.getData('text/html'))));
};

/** The columns that a block's first line names, null when it names none. */
const namedColumns = (line, columns) => {
  const found = line.map((text) => columns.find(({ label, key }) => [same(label), same(key)].includes(same(text))) ?? null);
  return found.filter(Boolean).length >= Math.min(2, columns.length) ? found : null;
};

/**
 * The rows that a block means, from `first` on or by its own head: arrays of `[column, typed]`, numbers as Vietnamese
 * write them; null when the question how to read the numbers was put away.
 */
export const rowsOf = async (text, columns, first) => {
  const block = matrix(text).filter((line) => line.some((cell) => cell !== ''));
  const named = block.length > 0 ? namedColumns(block[0], columns) : null;
  const body = named ? block.slice(1) : block;
  const order = named ?? columns.slice(columns.indexOf(first));
  const rows = body.map((line) => line.map((cell, at) => [order[at] ?? null, cell]).filter(([column]) => column !== null));
  const numbers = rows.flat().filter(([{ type }]) => NUMBERS.has(type));
  const style = await chosen(styleOf(numbers.map(([{ type }, cell]) => ({ text: cell, decimals: type === 'int' ? 0 : 9 }))));
  return style === null ? null : rows.map((row) => row.map(([column, cell]) => [column, typed(column, cell, style)]));
};

const chosen = async ({ style, doubtful }) => {
  if (style !== 'ask') {
    return style;
  }
  const vi = plain(doubtful, 'vi');
  const en = plain(doubtful, 'en');
  return ask(`Trong khối dán, “${doubtful}” là số nào?`, [
    ['vi', vi],
    ['en', en]
  ]);
};

const typed = (column, cell, style) => (NUMBERS.has(column.type) ? (plain(cell, style) ?? cell) : cell);

/** What is wrong with a pasted row's cells, and its values: `{values: [[key, value]], wrong: [[key, text]]}`. */
export const judged = (row, names) => {
  const result = { values: [], wrong: [] };
  row.forEach(([column, text]) => {
    const { value, question } = read(text, column, names);
    if (question) {
      result.wrong.push([column.key, text]);
    } else {
      result.values.push([column.key, value]);
    }
  });
  return result;
};

/** A row in one line, for a choice between two of them. */
export const inWords = (row, columns) =>
  row === null
    ? 'Đã xóa dòng này.'
    : columns
        .filter(({ key }) => row[key] !== undefined)
        .map((column) => `${column.label}: ${shown(row[column.key], column)}`)
        .join('\n');
