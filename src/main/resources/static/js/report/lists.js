import { Autosave } from './autosave.js';
import { choose } from './conflict.js';
import { get, put } from './http.js';
import { control, read, shown } from './list-cells.js';
import { inWords, isBlock, judged, rowsOf } from './list-paste.js';
import { merge } from './merge.js';
import { element } from './words.js';

const MOST_ROWS = 500;

/**
 * A list form as a table: editable for who writes, plain for the others. A cell that cannot be read keeps what was typed
 * beside the row (`typed`), is marked and not sent; all other cells are saved.
 */
class ListTable {
  #asking = false;
  #typed = new WeakMap();

  constructor(panel, list, { api, keep, saved, writable, files }) {
    Object.assign(this, { panel, list, keep, saved, writable, files });
    this.url = `${api}/lists/${encodeURIComponent(list.code)}`;
    this.part = `list:${list.code}`;
    this.columns = list.columns;
    this.rows = list.rows;
    this.base = structuredClone(list.rows);
    this.version = list.version;
    this.refusals = new Map();
    this.autosave = new Autosave({
      delay: 1000,
      status: panel.querySelector('.saving'),
      send: () => this.#send(),
      refused: (refusal) => this.#refused(refusal)
    });
    panel.querySelector('.add')?.addEventListener('click', () => this.#add());
    panel.querySelector('table').addEventListener('paste', (event) => this.#paste(event));
    if (this.columns.some(({ type }) => type === 'file')) {
      files.addEventListener('change', () => this.#draw());
    }
    this.#restore();
    this.#draw();
  }

  goTo(row = 1, key = '') {
    const line = this.panel.querySelectorAll('tbody tr')[row - 1];
    (line?.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? line?.querySelector('input, select, textarea') ?? this.panel.querySelector('.add'))?.focus();
  }

  #draw() {
    const { row, key } = this.panel.contains(document.activeElement) ? document.activeElement.dataset : {};
    const titles = [...this.columns.map((column) => column.label + (column.required ? ' *' : '')), ...(this.writable ? [''] : [])];
    const table = this.panel.querySelector('table');
    table.replaceChildren(
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'TT'), ...titles.map((title) => element('th', { scope: 'col' }, title)))),
      element('tbody', {}, ...this.rows.map((line, index) => this.#row(line, index)))
    );
    if (this.rows.length === 0) {
      table.tBodies[0].append(element('tr', {}, element('td', { colspan: titles.length + 1, class: 'muted' }, 'Chưa có dòng nào.')));
    }
    this.#showFaults();
    if (row) {
      this.goTo(Number(row), key);
    }
  }

  #row(row, index) {
    const cells = this.columns.map((column) =>
      element('td', { class: `type-${column.type}` }, this.writable ? this.#field(row, index, column) : this.#plain(row, column))
    );
    const remove = element('button', { type: 'button', class: 'remove', 'aria-label': `Xóa dòng ${index + 1}`, onclick: () => this.#remove(index) }, 'Xóa');
    return element('tr', {}, element('td', { class: 'number' }, String(index + 1)), ...cells, this.writable ? element('td', {}, remove) : null);
  }

  #plain(row, column) {
    const text = shown(row[column.key], column);
    const address = column.type === 'file' && text !== '' ? this.files.addressOf(text) : null;
    return address ? element('a', { href: address, download: text }, text) : text;
  }

  #field(row, index, column) {
    const attributes = { 'data-key': column.key, 'data-row': index + 1, 'aria-label': `${column.label}, dòng ${index + 1}` };
    const text = this.#typed.get(row)?.get(column.key) ?? shown(row[column.key], column);
    const field = control(column, attributes, text, this.files);
    field.addEventListener('input', () => this.#edit(row, index, column, field.value));
    field.addEventListener('picked', ({ detail }) => {
      this.#edit(row, index, column, detail);
      this.#draw();
    });
    field.addEventListener('blur', () => this.#leave(row, column, field));
    return field;
  }

  /** A number or a date that was read is written as all are. */
  #leave(row, column, field) {
    if (['int', 'decimal', 'date'].includes(column.type) && !this.#typed.get(row)?.has(column.key)) {
      field.value = shown(row[column.key], column);
    }
    this.autosave.flush();
  }

  #edit(row, index, column, text) {
    this.refusals.delete(`${index + 1}/${column.key}`);
    this.#put(row, column, text);
    this.#changed();
  }

  #put(row, column, text) {
    const { value, question } = read(text, column, this.files.names);
    if (question) {
      this.#keepTyped(row, column.key, text);
      return;
    }
    this.#typed.get(row)?.delete(column.key);
    if (value === undefined) {
      delete row[column.key];
    } else {
      row[column.key] = value;
    }
  }

  #keepTyped(row, key, text) {
    const typed = this.#typed.get(row) ?? new Map();
    this.#typed.set(row, typed.set(key, text));
  }

  #add() {
    if (this.rows.length < MOST_ROWS) {
      this.rows.push({});
      this.#draw();
      this.goTo(this.rows.length);
      this.#changed();
    }
  }

  #remove(index) {
    this.rows.splice(index, 1);
    this.refusals.clear();
    this.#draw();
    this.panel.querySelector('.add').focus();
    this.#changed();
  }

  /** Rows of a spreadsheet go onto the rows from here on; more are added. */
  async #paste(event) {
    const { row, key } = event.target.dataset;
    if (!this.writable || !row || !isBlock(event.clipboardData, event.target.tagName === 'TEXTAREA')) {
      return;
    }
    event.preventDefault();
    const pasted = await rowsOf(event.clipboardData.getData('text/plain'), this.columns, this.columns.find((column) => column.key === key));
    if (pasted === null) {
      return;
    }
    const room = pasted.slice(0, MOST_ROWS - Number(row) + 1);
    room.forEach((cells, offset) => this.#putRow(Number(row) - 1 + offset, cells));
    this.panel.querySelector('.pasted').textContent = `Đã dán ${room.length} dòng.${room.length < pasted.length ? ` Biểu nhận tối đa ${MOST_ROWS} dòng.` : ''}`;
    this.refusals.clear();
    this.#draw();
    this.#changed();
  }

  #putRow(at, cells) {
    const row = (this.rows[at] ??= {});
    const { values, wrong } = judged(cells, this.files.names);
    values.forEach(([key, value]) => {
      this.#typed.get(row)?.delete(key);
      if (value === undefined) {
        delete row[key];
      } else {
        row[key] = value;
      }
    });
    wrong.forEach(([key, text]) => this.#keepTyped(row, key, text));
  }

  #changed() {
    this.#keep();
    this.#showFaults();
    this.autosave.touch();
  }

  /** `[row, key, text]` of the cells that cannot be read, rows from 0. */
  #unread() {
    return this.rows.flatMap((row, index) => [...(this.#typed.get(row) ?? [])].map(([key, text]) => [index, key, text]));
  }

  #restore() {
    const kept = this.writable && this.keep.take(this.part);
    if (!kept) {
      return;
    }
    const unread = (kept.typed ?? []).filter(([index]) => index < kept.rows.length);
    if (unread.length > 0 || JSON.stringify(kept.rows) !== JSON.stringify(this.rows)) {
      this.rows = kept.rows;
      this.version = kept.version;
      this.base = kept.base ?? this.base;
      unread.forEach(([index, key, text]) => this.#keepTyped(this.rows[index], key, text));
      this.autosave.touch();
    } else {
      this.keep.drop(this.part);
    }
  }

  async #send() {
    if (this.#asking) {
      return 'Chưa lưu: hãy chọn một trong hai bản.';
    }
    const sent = structuredClone(this.rows);
    try {
      const { body, version } = await put(this.url, sent, this.version);
      this.version = version;
      this.base = body;
    } catch (refusal) {
      if (refusal.status !== 412) {
        throw refusal;
      }
      return this.#stale(await get(this.url));
    }
    this.refusals.clear();
    this.#showFaults();
    const unread = this.#unread().length;
    if (unread === 0 && JSON.stringify(this.rows) === JSON.stringify(sent)) {
      this.keep.drop(this.part);
    } else {
      this.#keep();
    }
    this.saved();
    return unread === 0 ? undefined : `Còn ${unread} ô ghi chưa đúng, chưa lưu; các ô khác đã lưu.`;
  }

  /** Somebody else has saved rows meanwhile: both are joined, and where they cannot be, it is asked row by row. */
  async #stale(theirs) {
    const joined = merge(this.base, this.rows, theirs.body);
    if (joined.clashes.length > 0) {
      this.#ask(theirs, joined.clashes);
      return `Chưa lưu: hãy chọn cho ${joined.clashes.length} dòng.`;
    }
    this.#join(joined, theirs);
    return this.#send();
  }

  #join({ rows, from }, theirs) {
    rows.forEach((row) => {
      const typed = this.#typed.get(from.get(row));
      if (typed) {
        this.#typed.set(row, typed);
      }
    });
    this.rows = rows;
    this.base = theirs.body;
    this.version = theirs.version;
    this.#keep();
    this.#draw();
  }

  async #ask(theirs, clashes) {
    this.#asking = true;
    const choices = new Map();
    const place = this.panel.querySelector('.conflict');
    for (const [nth, { at, mine, theirs: other }] of clashes.entries()) {
      const which = `Dòng ${at + 1} vừa được người khác sửa${clashes.length > 1 ? ` (${nth + 1}/${clashes.length})` : ''}.`;
      choices.set(at, await choose(place, inWords(mine, this.columns), inWords(other, this.columns), which));
    }
    this.#asking = false;
    this.#join(merge(this.base, this.rows, theirs.body, choices), theirs);
    this.#changed();
    this.autosave.flush();
  }

  /** With the rows they grew from, to tell later what was changed here. */
  #keep() {
    this.keep.put(this.part, { rows: this.rows, version: this.version, base: this.base, typed: this.#unread() });
  }

  #refused({ faults }) {
    faults.forEach(({ path, message }) => this.refusals.set(path.split('/').slice(1).join('/'), message));
    this.#showFaults();
  }

  #showFaults() {
    this.panel.querySelectorAll('.fault').forEach((old) => old.remove());
    this.panel.querySelectorAll('[aria-invalid]').forEach((old) => old.removeAttribute('aria-invalid'));
    this.refusals.forEach((message, place) => this.#showFault(...place.split('/'), message));
    this.#unread().forEach(([index, key, text]) => {
      const column = this.columns.find((one) => one.key === key);
      this.#showFault(String(index + 1), key, read(text, column, this.files.names).question ?? '');
    });
  }

  #showFault(row, key, message) {
    const field = this.panel.querySelector(`[data-row="${row}"][data-key="${CSS.escape(key)}"]`);
    if (field && message !== '') {
      const id = `fault-${this.list.code}-${row}-${key}`;
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', id);
      field.after(element('span', { class: 'fault', id }, message));
    }
  }
}

/** All list forms on the page, by code. */
export const startLists = (data, context) =>
  new Map(
    data.lists.map((list) => [
      list.code,
      new ListTable(document.getElementById(`panel-${list.code}`), list, { ...context, writable: data.writable })
    ])
  );
