import { TabulatorFull as Tabulator } from '../../webjars/tabulator-tables/6.3.1/dist/js/tabulator_esm.min.js';
import { ask } from './ask.js';
import { block, matrix } from './clipboard.js';
import { plain, styleOf } from './numbers.js';
import { lay } from './paste.js';
import { count, element } from './words.js';

const NARROW = 900;
const field = (year) => `y${year}`;
const yearOf = (cell) => Number(cell.getField().slice(1));
const codeOf = (cell) => cell.getData().code;
const TONES = ['derived', 'default', 'refused', 'unsaved', 'broken', 'doubtful', 'explained', 'carried', 'overwritten', 'fresh', 'peer', 'asked', 'answered'];
const isYear = (cell) => /^y\d+$/.test(cell.getField() ?? '');

/** One appendix as a grid: arrows, ranges, typing, copy and paste as in a spreadsheet. */
export class AppendixGrid {
  #table;
  #typedOver = false;
  #at = null;

  constructor(panel, appendix, cells) {
    this.panel = panel;
    this.appendix = appendix;
    this.cells = cells;
    this.place = panel.querySelector('.grid');
    this.ready = new Promise((resolve) => {
      this.#build(resolve);
    });
    this.place.addEventListener('keydown', (event) => this.#key(event), true);
    // Tabulator tells of no change when its first range, laid by itself, is where somebody clicks.
    this.place.addEventListener('click', () => this.#moved());
    this.place.addEventListener('copy', (event) => this.#copy(event));
    this.place.addEventListener('paste', (event) => this.#paste(event));
    this.ready.then(() => cells.addEventListener('change', () => this.#repaint()));
  }

  /** Shows a cell and selects it. */
  async goTo(code, year) {
    await this.ready;
    const row = this.#table.getRow(code);
    await this.#table.scrollToRow(code, 'center', false);
    this.#select(row.getCell(field(year)));
  }

  #build(resolve) {
    const narrow = window.innerWidth < NARROW;
    this.#table = new Tabulator(this.place, {
      data: this.appendix.rows,
      index: 'code',
      layout: 'fitDataFill',
      maxHeight: '70vh',
      renderHorizontal: 'basic',
      selectableRange: 1,
      selectableRangeColumns: true,
      selectableRangeRows: true,
      selectableRangeAutoFocus: false,
      editTriggerEvent: 'dblclick',
      rowFormatter: (row) => {
        row.getElement().dataset.code = row.getData().code;
      },
      columnDefaults: { headerSort: false, minWidth: 60 },
      rowHeader: {
        title: 'TT · Nội dung · ĐVT',
        field: 'code',
        frozen: true,
        width: narrow ? 260 : 370,
        resizable: true,
        formatter: (cell) => rowHead(cell.getData()),
        titleFormatter: () => rowHead({ no: 'TT', name: 'Nội dung', unit: 'ĐVT' }),
        cssClass: 'row-head'
      },
      columns: [...this.appendix.years.map((year) => this.#year(year)), ...this.#period()]
    });
    this.#table.on('tableBuilt', () => {
      // The range that Tabulator lays on the first cell while it builds is nobody's choice yet.
      this.#table.on('rangeChanged', () => this.#moved());
      this.#mendRoles();
      resolve();
    });
  }

  /** Tabulator nests its row groups and leaves the focusable holder of the rows without a role. */
  #mendRoles() {
    this.place.querySelector('.tabulator-header-contents').setAttribute('role', 'none');
    this.place.querySelector('.tabulator-tableholder').setAttribute('role', 'rowgroup');
    this.place.querySelector('.tabulator-table').setAttribute('role', 'none');
  }

  /** Another cell is the current one: the column heads show its unit, the page what there is to say about it. */
  #moved() {
    const cell = this.#selected()[0]?.[0];
    if (cell && (cell.getField() !== this.#at?.year || codeOf(cell) !== this.#at.code)) {
      this.#at = { code: codeOf(cell), year: cell.getField() };
      this.place.querySelectorAll('.year-unit').forEach((unit) => {
        unit.textContent = cell.getData().unit;
      });
      this.panel.dispatchEvent(new CustomEvent('selected', { bubbles: true, detail: { code: codeOf(cell), year: yearOf(cell) } }));
    }
  }

  #year({ year, label }) {
    return {
      title: label,
      titleFormatter: () => element('span', {}, label, element('small', { class: 'year-unit' }, this.#unit())),
      field: field(year),
      width: Math.max(label.length > 6 ? 108 : 84, this.#widest() * 8 + 14),
      hozAlign: 'right',
      headerHozAlign: 'right',
      formatter: (cell) => this.#content(cell),
      editor: (cell, rendered, success, cancel) => this.#editor(cell, rendered, cancel),
      editable: (cell) => this.cells.isOpen(codeOf(cell), yearOf(cell))
    };
  }

  /** The letters of the longest number, so that none is cut. */
  #widest() {
    const numbers = this.appendix.rows.filter(({ text }) => !text);
    return Math.max(...numbers.flatMap(({ code }) => this.appendix.years.map(({ year }) => this.cells.view(code, year).text.length)), 0);
  }

  /** The unit that all rows share, if they do; that of the current row replaces it. */
  #unit() {
    const units = new Set(this.appendix.rows.map(({ unit }) => unit));
    return units.size === 1 ? [...units][0] : '\u00a0';
  }

  #period() {
    return this.appendix.period === null
      ? []
      : [
          {
            title: this.appendix.period,
            field: 'period',
            width: 100,
            hozAlign: 'right',
            headerHozAlign: 'right',
            cssClass: 'period derived',
            formatter: (cell) => this.#content(cell)
          }
        ];
  }

  #repaint() {
    this.#table.getRows('visible').forEach((row) => row.getCells().forEach((cell) => this.#paint(cell)));
  }

  #content(cell) {
    const words = element('span', { class: 'figure' });
    queueMicrotask(() => this.#paint(cell));
    return words;
  }

  #paint(cell) {
    const place = cell.getElement();
    const words = place.querySelector('.figure');
    if (!words) {
      return;
    }
    if (!isYear(cell)) {
      const period = this.cells.period(codeOf(cell));
      words.textContent = period?.text ?? '';
      place.title = period?.remark ?? '';
      return;
    }
    // The grid has the focus, not its cells: a redraw takes a cell out of the page for a moment, and the focus with it.
    place.removeAttribute('tabindex');
    const view = this.cells.view(codeOf(cell), yearOf(cell));
    words.textContent = view.text;
    place.title = view.remarks.join('\n') || (words.scrollWidth > place.clientWidth ? view.text : '');
    TONES.forEach((tone) => place.classList.toggle(tone, view.tones.includes(tone)));
    place.classList.toggle('words-cell', cell.getData().text);
    place.toggleAttribute('aria-invalid', view.tones.includes('refused') || view.tones.includes('broken'));
  }

  #editor(cell, rendered, cancel) {
    const input = element('input', { class: 'cell-input', 'aria-label': 'Giá trị', autocomplete: 'off' });
    const typedOver = this.#typedOver;
    this.#typedOver = false;
    input.value = typedOver ? '' : this.cells.text(codeOf(cell), yearOf(cell));
    let done = false;
    const finish = (take, [down, right] = [0, 0]) => {
      if (done) {
        return;
      }
      done = true;
      if (take) {
        this.cells.change([{ code: codeOf(cell), year: yearOf(cell), text: input.value }]);
      }
      cancel();
      if (down || right) {
        this.#move(cell, down, right);
      }
    };
    rendered(() => {
      input.focus();
      if (!typedOver) {
        input.select();
      }
    });
    input.addEventListener('blur', () => finish(true));
    input.addEventListener('keydown', (event) => {
      const steps = { Enter: [1, 0], Tab: [0, event.shiftKey ? -1 : 1], Escape: [0, 0] };
      event.stopPropagation();
      if (!event.isComposing && steps[event.key]) {
        event.preventDefault();
        finish(event.key !== 'Escape', steps[event.key]);
      }
    });
    return input;
  }

  #move(cell, down, right) {
    const row = down ? cell.getRow().getNextRow() : cell.getRow();
    const years = this.appendix.years.map(({ year }) => field(year));
    const next = row && row.getCell(years[years.indexOf(cell.getField()) + right] ?? cell.getField());
    this.#select(next || cell);
  }

  #select(cell) {
    this.#table.getRanges()[0]?.setBounds(cell, cell);
    cell.getElement().scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#focus();
  }

  /** The selected rectangle as rows of cells, years only. */
  #selected() {
    const range = this.#table.getRanges()[0];
    return range ? range.getStructuredCells().map((row) => row.filter(isYear)).filter((row) => row.length > 0) : [];
  }

  #isEditing(event) {
    return event.target.closest('input') !== null;
  }

  #key(event) {
    if (this.#isEditing(event)) {
      return;
    }
    const command = event.ctrlKey || event.metaKey;
    const name = event.key.toLowerCase();
    if (command && (name === 'z' || name === 'y')) {
      event.preventDefault();
      const back = name === 'z' && !event.shiftKey;
      const at = back ? this.cells.undo() : this.cells.redo();
      this.panel.dispatchEvent(new CustomEvent('moved', { bubbles: true, detail: at }));
    } else if (event.key === 'Tab' && this.#isAtEdge(event.shiftKey)) {
      event.stopPropagation();
    } else if (!command && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      this.cells.change(this.#selected().flat().map((cell) => ({ code: codeOf(cell), year: yearOf(cell), text: '' })));
    } else if (!command && !event.altKey && (event.key.length === 1 || event.key === 'F2')) {
      this.#beginTyping(event);
    }
  }

  /** From the outermost year Tab leads out of the grid, or nobody without a mouse could leave it. */
  #isAtEdge(backwards) {
    const cell = this.#selected()[0]?.[0];
    return !cell || yearOf(cell) === this.appendix.years.at(backwards ? 0 : -1).year;
  }

  /** The key itself goes on into the field that opens here. */
  #beginTyping(event) {
    const cell = this.#selected()[0]?.[0];
    if (cell && this.cells.isOpen(codeOf(cell), yearOf(cell))) {
      this.#typedOver = event.key !== 'F2';
      cell.edit();
      event.stopPropagation();
    }
  }

  #copy(event) {
    if (!this.#isEditing(event)) {
      event.preventDefault();
      event.clipboardData.setData(
        'text/plain',
        block(this.#selected().map((row) => row.map((cell) => this.cells.view(codeOf(cell), yearOf(cell)).text)))
      );
    }
  }

  #paste(event) {
    if (this.#isEditing(event) || !this.cells.writable) {
      return;
    }
    event.preventDefault();
    const selected = this.#selected();
    const pasted = matrix(event.clipboardData.getData('text/plain'));
    if (selected.length > 0 && pasted.length > 0) {
      const single = pasted.length === 1 && pasted[0].length === 1;
      const [corner] = selected[0];
      this.#put(
        single
          ? { cells: filled(selected, pasted[0][0]), beyond: 0, unknown: [] }
          : lay(pasted, this.appendix, { code: codeOf(corner), year: yearOf(corner) })
      );
    }
  }

  /** Takes a block as one step and says what was left out. */
  async #put({ cells, beyond, unknown }) {
    const rows = new Map(this.appendix.rows.map((row) => [row.code, row]));
    const numbers = cells.filter(({ code }) => !rows.get(code).text);
    const found = styleOf(numbers.map(({ code, text }) => ({ text, decimals: rows.get(code).decimals })));
    const style = found.style === 'ask' ? await askStyle(found.doubtful) : found.style;
    this.#focus();
    if (!style) {
      this.#say('Chưa dán: chưa chọn cách đọc số.');
      return;
    }
    const open = cells.filter(({ code, year }) => this.cells.isOpen(code, year));
    const closed = cells.filter(({ code, year, text }) => text !== '' && !this.cells.isOpen(code, year)).length;
    this.cells.change(
      open.map(({ code, year, text }) => ({ code, year, text: rows.get(code).text ? text : (plain(text, style) ?? text) }))
    );
    this.#say(
      [
        `Đã dán ${count(open.length)} ô`,
        style === 'en' ? 'số đọc theo kiểu Anh (1,234.5)' : null,
        closed > 0 ? `bỏ qua ${count(closed)} ô hệ thống tính hoặc không áp dụng` : null,
        beyond > 0 ? `${count(beyond)} giá trị nằm ngoài bảng không nhận` : null,
        unknown.length > 0 ? `không có trong bảng: ${unknown.map((name) => `“${name}”`).join(', ')}` : null
      ]
        .filter(Boolean)
        .join('; ') + '.'
    );
  }

  #say(words) {
    this.panel.querySelector('.pasted').textContent = words;
  }

  #focus() {
    this.place.querySelector('.tabulator-tableholder').focus({ preventScroll: true });
  }
}

/** What a number means that can be read in two ways, asked once for the whole block. */
const askStyle = (doubtful) =>
  ask(`“${doubtful}” nghĩa là số nào? Cách đọc này dùng cho cả khối đang dán.`, [
    ['vi', `${plain(doubtful, 'vi')} (kiểu Việt Nam: 1.234,5)`],
    ['en', `${plain(doubtful, 'en')} (kiểu Anh: 1,234.5)`]
  ]);

const filled = (selected, text) => selected.flat().map((cell) => ({ code: codeOf(cell), year: yearOf(cell), text }));

const rowHead = ({ no, name, unit }) =>
  element(
    'span',
    { class: 'head-cells' },
    element('span', {}, no),
    element('span', {}, name),
    element('span', {}, unit.replaceAll('/', '/\u200b'))
  );
