import { Autosave } from './autosave.js';
import { choose } from './conflict.js';
import { get, put } from './http.js';
import { merge } from './merge.js';
import { canonical, element, figure } from './words.js';

/** A list form as a table: editable for who writes, plain for the others. */
class ListTable {
  #asking = false;

  constructor(panel, list, { api, keep, saved, writable }) {
    this.panel = panel;
    this.list = list;
    this.keep = keep;
    this.saved = saved;
    this.writable = writable;
    this.url = `${api}/lists/${encodeURIComponent(list.code)}`;
    this.part = `list:${list.code}`;
    this.columns = list.columns.filter(({ type }) => type !== 'file');
    this.rows = list.rows;
    this.base = structuredClone(list.rows);
    this.version = list.version;
    this.faults = new Map();
    this.autosave = new Autosave({
      delay: 1000,
      status: panel.querySelector('.saving'),
      send: () => this.#send(),
      refused: (refusal) => this.#refused(refusal)
    });
    panel.querySelector('.add')?.addEventListener('click', () => this.#add());
    this.#restore();
    this.#draw();
  }

  goTo(row = 1, key = '') {
    const line = this.panel.querySelectorAll('tbody tr')[row - 1];
    (line?.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? line?.querySelector('input, select, textarea') ?? this.panel.querySelector('.add'))?.focus();
  }

  #draw() {
    const titles = [...this.columns.map((column) => column.label + (column.required ? ' *' : '')), ...(this.writable ? [''] : [])];
    const table = this.panel.querySelector('table');
    table.replaceChildren(
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'TT'), ...titles.map((title) => element('th', { scope: 'col' }, title)))),
      element('tbody', {}, ...this.rows.map((row, index) => this.#row(row, index)))
    );
    if (this.rows.length === 0) {
      table.tBodies[0].append(element('tr', {}, element('td', { colspan: titles.length + 1, class: 'muted' }, 'Chưa có dòng nào.')));
    }
    this.#showFaults();
  }

  #row(row, index) {
    const cells = this.columns.map((column) =>
      element('td', { class: `type-${column.type}` }, this.writable ? this.#field(row, index, column) : shown(row[column.key], column))
    );
    const remove = element('button', { type: 'button', class: 'remove', 'aria-label': `Xóa dòng ${index + 1}`, onclick: () => this.#remove(index) }, 'Xóa');
    return element('tr', {}, element('td', { class: 'number' }, String(index + 1)), ...cells, this.writable ? element('td', {}, remove) : null);
  }

  #field(row, index, column) {
    const label = `${column.label}, dòng ${index + 1}`;
    const common = { 'data-key': column.key, 'data-row': index + 1, 'aria-label': label };
    const value = row[column.key];
    const input = control(column, common, value);
    input.addEventListener('input', () => this.#edit(row, index, column, input));
    input.addEventListener('blur', () => this.autosave.flush());
    return input;
  }

  #edit(row, index, column, input) {
    const place = `${index + 1}/${column.key}`;
    this.faults.delete(place);
    const typed = input.value.trim();
    if (typed === '') {
      delete row[column.key];
    } else if (column.type === 'int' || column.type === 'decimal') {
      const { value, question } = canonical(typed, column.type === 'decimal');
      row[column.key] = value ?? typed;
      if (question) {
        this.faults.set(place, question);
      }
    } else {
      row[column.key] = input.value;
    }
    this.#changed();
  }

  #add() {
    this.rows.push({});
    this.#draw();
    this.goTo(this.rows.length);
    this.#changed();
  }

  #remove(index) {
    this.rows.splice(index, 1);
    this.faults.clear();
    this.#draw();
    this.panel.querySelector('.add').focus();
    this.#changed();
  }

  #changed() {
    this.#keep();
    this.#showFaults();
    this.autosave.touch();
  }

  #restore() {
    const kept = this.writable && this.keep.take(this.part);
    if (kept && JSON.stringify(kept.rows) !== JSON.stringify(this.rows)) {
      this.rows = kept.rows;
      this.version = kept.version;
      this.base = kept.base ?? this.base;
      this.autosave.touch();
    } else if (kept) {
      this.keep.drop(this.part);
    }
  }

  async #send() {
    if (this.#asking) {
      return 'Chưa lưu: hãy chọn một trong hai bản.';
    }
    if (this.faults.size > 0) {
      return `Chưa lưu: ${this.faults.size} ô cần sửa.`;
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
    if (JSON.stringify(this.rows) === JSON.stringify(sent)) {
      this.keep.drop(this.part);
    } else {
      this.#keep();
    }
    this.saved();
    return undefined;
  }

  /** Somebody else has saved rows meanwhile: both are joined where they can be, else it is asked which to keep. */
  async #stale(theirs) {
    const joined = merge(this.base, this.rows, theirs.body);
    if (joined === null) {
      this.#ask(theirs);
      return 'Chưa lưu: hãy chọn một trong hai bản.';
    }
    const { row, key } = document.activeElement.dataset;
    this.rows = structuredClone(joined);
    this.base = theirs.body;
    this.version = theirs.version;
    this.#keep();
    this.#draw();
    if (row) {
      this.goTo(Number(row), key);
    }
    return this.#send();
  }

  /** With the rows they grew from, to tell later what was changed here. */
  #keep() {
    this.keep.put(this.part, { rows: this.rows, version: this.version, base: this.base });
  }

  #refused({ faults }) {
    faults.forEach(({ path, message }) => this.faults.set(path.split('/').slice(1).join('/'), message));
    this.#showFaults();
  }

  async #ask({ body, version }) {
    this.#asking = true;
    const choice = await choose(this.panel.querySelector('.conflict'), this.#asText(this.rows), this.#asText(body));
    this.#asking = false;
    this.version = version;
    this.base = structuredClone(body);
    if (choice === 'theirs') {
      this.rows = body;
    }
    this.#draw();
    this.#changed();
    this.autosave.flush();
  }

  #asText(rows) {
    return rows
      .map((row, index) => `${index + 1}. ${this.columns.map((column) => shown(row[column.key], column)).filter(Boolean).join(' · ')}`)
      .join('\n');
  }

  #showFaults() {
    this.panel.querySelectorAll('.fault').forEach((old) => old.remove());
    this.panel.querySelectorAll('[aria-invalid]').forEach((old) => old.removeAttribute('aria-invalid'));
    this.faults.forEach((message, place) => {
      const [row, ...keys] = place.split('/');
      const input = this.panel.querySelector(`[data-row="${row}"][data-key="${CSS.escape(keys.join('/'))}"]`);
      input?.setAttribute('aria-invalid', 'true');
      input?.after(element('span', { class: 'fault' }, message));
    });
  }
}

const NUMBER = { text: false, decimals: 0 };

const shown = (value, { type }) => {
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

const control = (column, common, value) => {
  const text = value === undefined || value === null ? '' : String(value);
  if (column.type === 'enum' || column.type === 'bool') {
    const choices = column.type === 'bool' ? [['true', 'Có'], ['false', 'Không']] : column.values.map((name) => [name, name]);
    return element(
      'select',
      common,
      element('option', { value: '' }, '– chọn –'),
      ...choices.map(([code, name]) => element('option', { value: code, selected: code === text }, name))
    );
  }
  if (column.type === 'text') {
    return element('textarea', { ...common, rows: 2, maxlength: column.maxChars ?? 4000 }, text);
  }
  const kind = column.type === 'date' ? 'date' : 'text';
  const numeric = kind === 'text' ? 'decimal' : null;
  return element('input', { ...common, type: kind, inputmode: numeric, value: kind === 'date' ? text : shown(value, column) });
};

/** All list forms on the page, by code. */
export const startLists = (data, context) =>
  new Map(
    data.lists.map((list) => [
      list.code,
      new ListTable(document.getElementById(`panel-${list.code}`), list, { ...context, writable: data.writable })
    ])
  );
