import { TabulatorFull as Tabulator } from '../../webjars/tabulator-tables/6.3.1/dist/js/tabulator_esm.min.js';
import { block, matrix } from './clipboard.js';
import { element } from './words.js';

const NARROW = 900;
const field = (year) => `y${year}`;
const yearOf = (cell) => Number(cell.getField().slice(1));
const codeOf = (cell) => cell.getData().code;
const isYear = (cell) => /^y\d+$/.test(cell.getField() ?? '');

/** One appendix as a grid: arrows, ranges, typing, copy and paste as in a spreadsheet. */
export class AppendixGrid {
  #table;
  #typedOver = false;

  constructor(panel, appendix, cells) {
    this.panel = panel;
    this.appendix = appendix;
    this.cells = cells;
    this.place = panel.querySelector('.grid');
    this.ready = new Promise((resolve) => {
      this.#build(resolve);
    });
    this.place.addEventListener('keydown', (event) => this.#key(event), true);
    this.place.addEventListener('copy', (event) => this.#copy(event));
    this.place.addEventListener('paste', (event) => this.#paste(event));
    cells.addEventListener('change', () => this.repaint());
  }

  repaint() {
    this.#table.getRows('visible').forEach((row) => row.getCells().forEach((cell) => this.#paint(cell)));
  }

  redraw() {
    this.ready.then(() => this.#table.redraw(true));
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
    this.#table.on('tableBuilt', resolve);
  }

  #year({ year, label }) {
    return {
      title: label,
      field: field(year),
      width: label.length > 6 ? 108 : 84,
      hozAlign: 'right',
      headerHozAlign: 'right',
      formatter: (cell) => this.#content(cell),
      editor: (cell, rendered, success, cancel) => this.#editor(cell, rendered, cancel),
      editable: (cell) => this.cells.isOpen(codeOf(cell), yearOf(cell))
    };
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
    const view = isYear(cell) ? this.cells.view(codeOf(cell), yearOf(cell)) : this.cells.period(codeOf(cell));
    words.textContent = view?.text ?? '';
    place.title = view?.remark || (words.scrollWidth > place.clientWidth ? words.textContent : '');
    if (isYear(cell)) {
      ['derived', 'default', 'refused', 'unsaved'].forEach((tone) =>
        place.classList.toggle(tone, view.tone.split(' ').includes(tone))
      );
      place.classList.toggle('words-cell', cell.getData().text);
    }
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
    this.place.querySelector('.tabulator-tableholder').focus({ preventScroll: true });
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
    } else if (!command && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      this.cells.change(this.#selected().flat().map((cell) => ({ code: codeOf(cell), year: yearOf(cell), text: '' })));
    } else if (!command && !event.altKey && (event.key.length === 1 || event.key === 'F2')) {
      this.#beginTyping(event);
    }
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
      const wanted = pasted.length === 1 && pasted[0].length === 1 ? filled(selected, pasted[0][0]) : this.#laid(selected[0][0], pasted);
      const open = wanted.filter(({ code, year }) => this.cells.isOpen(code, year)).length;
      this.cells.change(wanted);
      const skipped = wanted.length - open;
      this.panel.querySelector('.pasted').textContent =
        `Đã dán ${open} ô${skipped > 0 ? `, bỏ qua ${skipped} ô không nhập` : ''}.`;
    }
  }

  /** A pasted block, laid down from the cell at its upper left; what reaches beyond the grid is cut off. */
  #laid(corner, pasted) {
    const years = this.appendix.years.map(({ year }) => year);
    const codes = this.appendix.rows.map(({ code }) => code);
    const top = codes.indexOf(codeOf(corner));
    const left = years.indexOf(yearOf(corner));
    return pasted.flatMap((row, down) =>
      row.map((text, right) => ({ code: codes[top + down], year: years[left + right], text }))
    ).filter(({ code, year }) => code && year);
  }
}

const filled = (selected, text) => selected.flat().map((cell) => ({ code: codeOf(cell), year: yearOf(cell), text }));

const rowHead = ({ no, name, unit }) =>
  element(
    'span',
    { class: 'head-cells' },
    element('span', {}, no),
    element('span', {}, name),
    element('span', {}, unit.replaceAll('/', '/\u200b'))
  );
