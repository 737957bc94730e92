/**
 * A block from a spreadsheet, laid onto an appendix. It may bring the years' row and the rows' codes, numbers, names and
 * units with it: then it goes where they say, else from the selected cell on.
 */

const HEADER_WITHIN = 8;

const same = (text) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[.:;,]+$/, '')
    .trim();

/** What a heading such as `2008`, `Năm 2008` or the column's own label stands for: a year, `period`, or null. */
const columnOf = (text, { years, period }) => {
  const words = same(text);
  const own = years.find(({ year, label }) => [same(label), String(year), `năm ${year}`].includes(words));
  return own?.year ?? (period !== null && words === same(period) ? 'period' : null);
};

/** The row of years, if the block has one: `{at, columns}`, what each column stands for. */
const headerOf = (pasted, appendix) => {
  for (let at = 0; at < Math.min(pasted.length, HEADER_WITHIN); at += 1) {
    const columns = pasted[at].map((text) => columnOf(text, appendix));
    const found = new Set(columns.filter(Number.isInteger)).size;
    const rest = pasted[at].filter((text, column) => text !== '' && columns[column] === null);
    const named = rest.some((text) => !/^[-\d.,\s]+$/.test(text));
    if ((found > 1 && (named || rest.length === 0)) || (found === 1 && named)) {
      return { at, columns };
    }
  }
  return null;
};

/** How many columns at the left say which row it is. */
const labelColumns = (body, header, rows) => {
  if (header) {
    return header.columns.findIndex((column) => column !== null);
  }
  const known = new Set(rows.flatMap(({ code, name }) => [same(code), same(name)]));
  const units = new Set(rows.map(({ unit }) => same(unit)));
  const width = Math.max(...body.map((row) => row.length));
  const most = (column, words) => {
    const filled = body.map((row) => row[column] ?? '').filter((text) => text !== '');
    return filled.length > 0 && filled.filter((text) => words.has(same(text))).length * 2 >= filled.length;
  };
  let labels = 0;
  for (let column = 0; column < Math.min(width, 4); column += 1) {
    if (most(column, known) || (labels > 0 && most(column, units))) {
      labels = column + 1;
    }
  }
  return labels;
};

/** Finds each line's row: by code, or by name, the next of that name when it stands there several times, or by number. */
const rowFinder = (rows) => {
  let last = -1;
  const next = (fits) => {
    const after = rows.findIndex((row, index) => index > last && fits(row));
    return after >= 0 ? after : rows.findIndex(fits);
  };
  return (labels) => {
    const words = labels.map(same).filter((text) => text !== '');
    const tries = [
      (row) => words.includes(same(row.code)),
      (row) => words.includes(same(row.name)) && words.includes(same(row.no)),
      (row) => words.includes(same(row.name)),
      (row) => words.length === 1 && words[0] === same(row.no)
    ];
    const at = tries.map(next).find((index) => index >= 0) ?? -1;
    last = at >= 0 ? at : last;
    return rows[at];
  };
};

/**
 * Which cells the block means: `{cells: [{code, year, text}], beyond, unknown}`, with the number of values outside the
 * grid and the names of lines that are no row of it.
 */
export const lay = (pasted, appendix, corner) => {
  const { rows, years, period } = appendix;
  const header = headerOf(pasted, appendix);
  const body = header ? pasted.slice(header.at + 1) : pasted;
  const labels = body.length > 0 ? labelColumns(body, header, rows) : 0;
  const find = rowFinder(rows);
  const top = rows.findIndex(({ code }) => code === corner.code);
  const onward = years.map(({ year }) => year).concat(period === null ? [] : 'period').slice(years.findIndex(({ year }) => year === corner.year));
  const columns = header ? header.columns.slice(labels) : onward;
  const result = { cells: [], beyond: 0, unknown: [] };

  body.forEach((line, index) => {
    const values = line.slice(labels);
    const filled = values.filter((text) => text !== '').length;
    const row = labels > 0 ? find(line.slice(0, labels)) : rows[top + index];
    if (row) {
      const own = values.map((text, at) => ({ code: row.code, year: columns[at], text })).filter(({ year }) => year !== 'period');
      result.cells.push(...own.filter(({ year }) => Number.isInteger(year)));
      result.beyond += own.filter(({ year, text }) => !Number.isInteger(year) && text !== '').length;
    } else if (labels === 0) {
      result.beyond += filled;
    } else if (filled > 0) {
      result.unknown.push(line.slice(0, labels).filter(Boolean).join(' ') || `dòng thứ ${index + 1} của khối`);
    }
  });
  return result;
};
