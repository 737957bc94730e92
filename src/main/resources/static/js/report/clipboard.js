/** Rectangles of cells as spreadsheets exchange them: tabs, line ends, quotes around cells that hold either. */

export const block = (rows) =>
  rows
    .map((row) => row.map((text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'))
    .join('\n');

export const matrix = (text) => {
  const rows = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  while (cells.lastIndex <= source.length) {
    const [, quoted, plain, end] = cells.exec(source) ?? [null, undefined, source.slice(cells.lastIndex), ''];
    rows.at(-1).push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).replace(/\s+/g, ' ').trim());
    if (end === '') {
      return rows;
    }
    if (end === '\n') {
      rows.push([]);
    }
  }
  return rows;
};
