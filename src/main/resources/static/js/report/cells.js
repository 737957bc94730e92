import { Autosave } from './autosave.js';
import { put } from './http.js';
import { figure } from './words.js';

const key = (code, year) => `${code}/${year}`;

/**
 * The figures of all appendices: what the server has, what was typed since, what was refused and why. Every change can
 * be undone; cells are saved together, and each is taken or refused on its own.
 */
export class Cells extends EventTarget {
  #typed;
  #derived;
  #period;
  #rows;
  #pending = new Map();
  #problems = new Map();
  #past = [];
  #future = [];

  constructor(data, { api, keep, saved, status }) {
    super();
    this.url = `${api}/grid`;
    this.keep = keep;
    this.saved = saved;
    this.writable = data.writable;
    this.#rows = new Map(data.appendices.flatMap((appendix) => appendix.rows.map((row) => [row.code, row])));
    this.#take(data.grid);
    this.autosave = new Autosave({ delay: 500, status, send: () => this.#send() });
    this.#restore();
  }

  /** What a cell shows: text, classes, a remark. */
  view(code, year) {
    const derived = this.#derived[code]?.[year];
    const problem = this.#problems.get(key(code, year));
    const pending = this.#pending.get(key(code, year));
    if (pending !== undefined || problem) {
      return { text: this.text(code, year), tone: problem ? 'refused' : 'unsaved', remark: problem?.message ?? '' };
    }
    if (derived) {
      return { text: derived.text, tone: derived.closed ? 'derived' : 'derived default', remark: derived.remark ?? '' };
    }
    return { text: this.text(code, year), tone: '', remark: '' };
  }

  /** The text that stands in a cell for editing. */
  text(code, year) {
    const pending = this.#pending.get(key(code, year));
    return pending === undefined ? this.#shown(code, year) : pending.text;
  }

  period(code) {
    return this.#period[code];
  }

  isOpen(code, year) {
    return this.writable && !this.#derived[code]?.[year]?.closed;
  }

  /** Changes cells, `[{code, year, text}]`; closed ones are left out. Answers how many were taken. */
  change(wanted) {
    const batch = wanted
      .filter(({ code, year }) => this.isOpen(code, year))
      .map(({ code, year, text }) => ({ code, year, before: this.text(code, year), after: text.trim() }))
      .filter(({ before, after }) => before !== after);
    if (batch.length > 0) {
      this.#past.push(batch);
      this.#future = [];
      this.#apply(batch.map(({ code, year, after }) => ({ code, year, text: after })));
    }
    return batch.length;
  }

  undo() {
    const batch = this.#past.pop();
    if (batch) {
      this.#future.push(batch);
      this.#apply(batch.map(({ code, year, before }) => ({ code, year, text: before })));
    }
    return batch?.[0];
  }

  redo() {
    const batch = this.#future.pop();
    if (batch) {
      this.#past.push(batch);
      this.#apply(batch.map(({ code, year, after }) => ({ code, year, text: after })));
    }
    return batch?.[0];
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** The cells that were not taken: `[{code, year, message, theirs}]`. */
  problems() {
    return [...this.#problems.values()];
  }

  /** Of two values for one cell, the person's own or the one on the server. */
  settle({ code, year }, mine) {
    const at = key(code, year);
    this.#problems.delete(at);
    if (mine) {
      this.#pending.get(at).was = this.#typed[code]?.[year] ?? null;
      this.autosave.touch();
    } else {
      this.#pending.delete(at);
    }
    this.#keep();
    this.#tell();
  }

  #apply(changes) {
    changes.forEach(({ code, year, text }) => {
      const at = key(code, year);
      const was = this.#pending.get(at)?.was;
      this.#problems.delete(at);
      this.#pending.set(at, { code, year, text, was: was === undefined ? (this.#typed[code]?.[year] ?? null) : was });
    });
    this.#keep();
    this.#tell();
    this.autosave.touch();
  }

  #shown(code, year) {
    const canonical = this.#typed[code]?.[year];
    return canonical === undefined ? '' : figure(canonical, this.#rows.get(code));
  }

  #take({ typed, derived, period }) {
    this.#typed = typed;
    this.#derived = derived;
    this.#period = period;
  }

  #restore() {
    const kept = this.keep.take('figures') ?? [];
    if (!this.writable || kept.length === 0) {
      return;
    }
    kept
      .filter(({ code, year }) => this.#rows.has(code) && this.isOpen(code, year))
      .forEach((entry) => this.#pending.set(key(entry.code, entry.year), entry));
    this.autosave.touch();
  }

  #keep() {
    if (this.#pending.size === 0) {
      this.keep.drop('figures');
    } else {
      this.keep.put('figures', [...this.#pending.values()]);
    }
  }

  async #send() {
    const sent = [...this.#pending.entries()].filter(([at]) => !this.#problems.has(at));
    if (sent.length > 0) {
      const patch = {};
      sent.forEach(([, { code, year, text, was }]) => {
        (patch[code] ??= {})[year] = { was, typed: text };
      });
      const { body } = await put(this.url, patch);
      this.#answered(sent.map(([at, { text }]) => [at, text]), body);
      this.saved();
    }
    return this.#problems.size > 0 ? `${this.#problems.size} ô chưa lưu được, các ô khác đã lưu.` : undefined;
  }

  #answered(sent, answer) {
    this.#take(answer);
    const refused = new Map(answer.refused.map(({ path, message }) => [path, message]));
    const changed = new Set(answer.changedByOthers);
    sent.forEach(([at, text]) => {
      const entry = this.#pending.get(at);
      const { code, year } = entry;
      const stored = this.#typed[code]?.[year] ?? null;
      if (entry.text !== text) {
        // Typed over while it was being saved: goes out with the next save.
        entry.was = changed.has(at) ? entry.was : stored;
      } else if (refused.has(at)) {
        this.#problems.set(at, { code, year, message: refused.get(at) });
      } else if (changed.has(at) && this.#shown(code, year) !== text) {
        const theirs = this.#shown(code, year) || '(để trống)';
        this.#problems.set(at, {
          code,
          year,
          theirs,
          mine: text || '(để trống)',
          message: `Dòng ${this.#rows.get(code).no} “${this.#rows.get(code).name}”, năm ${year}: người khác vừa ghi ${theirs}, đồng chí ghi ${text || '(để trống)'}. Nhận số nào?`
        });
      } else {
        this.#pending.delete(at);
      }
    });
    this.#keep();
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
