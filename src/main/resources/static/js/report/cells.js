import { Autosave } from './autosave.js';
import { Checks, isError, isOpen } from './checks.js';
import { History } from './history.js';
import { get, put } from './http.js';
import { plain } from './numbers.js';
import { figure } from './words.js';

const FRESH_FOR = 8000;
const key = (code, year) => `${code}/${year}`;

/**
 * The figures of all appendices: what the server has, what was typed since, what was refused and why, what the checks
 * found. Every change can be undone; cells are saved together, and each is taken or refused on its own.
 */
export class Cells extends EventTarget {
  #typed = {};
  #derived;
  #period;
  #version = -1;
  #rows;
  #pending = new Map();
  #problems = new Map();
  #fresh = new Set();
  #peers = new Map();
  #history = new History();
  #returns = null;
  #carried = {};

  constructor(data, { api, keep, saved, status }) {
    super();
    this.url = `${api}/grid`;
    this.keep = keep;
    this.saved = saved;
    this.writable = data.writable;
    this.office = data.office;
    this.checks = new Checks();
    this.#rows = new Map(data.appendices.flatMap((appendix) => appendix.rows.map((row) => [row.code, row])));
    this.#take(data.grid);
    this.autosave = new Autosave({ delay: 500, status, send: () => this.#send() });
    this.#restore();
  }

  /** What a cell shows: text, tones, and remarks, the gravest first. */
  view(code, year) {
    const at = key(code, year);
    const derived = this.#derived[code]?.[year];
    const problem = this.#problems.get(at);
    const waits = this.#pending.has(at);
    const own = waits || !derived;
    const findings = this.checks.at(at);
    const carried = this.#carried[code]?.[year];
    const kept = carried !== undefined && carried === this.#typed[code]?.[year] && !waits;
    const tones = [
      problem ? 'refused' : waits ? 'unsaved' : '',
      own ? '' : derived.closed ? 'derived' : 'derived default',
      findings.length === 0 ? '' : isError(findings[0]) ? 'broken' : isOpen(findings[0]) ? 'doubtful' : 'explained',
      carried === undefined ? '' : kept ? 'carried' : 'overwritten',
      this.#fresh.has(at) ? 'fresh' : '',
      this.#peers.has(at) ? 'peer' : '',
      ...this.#asked(at).map((reason) => (this.#returns.text(reason) === '' ? 'asked' : 'answered'))
    ];
    return {
      text: own ? this.text(code, year) : derived.text,
      tones: tones.join(' ').split(' ').filter(Boolean),
      remarks: [
        problem?.message,
        ...this.#asked(at).map(({ words }) => `Trả lại: ${words}`),
        ...findings.map((finding) => sentence(finding, this.office)),
        own ? null : derived.remark,
        carried === undefined
          ? null
          : kept
            ? 'Số tổng hợp từ chiến dịch của đơn vị.'
            : `Đơn vị đã sửa; số tổng hợp từ chiến dịch của đơn vị: ${figure(carried)}.`,
        this.#fresh.has(at) ? 'Người khác vừa ghi ô này.' : null,
        this.#peers.has(at) ? `${this.#peers.get(at)} đang ở ô này.` : null
      ].filter(Boolean)
    };
  }

  /** The text that stands in a cell for editing. */
  text(code, year) {
    const pending = this.#pending.get(key(code, year));
    return pending === undefined ? this.#shown(code, year) : pending.text;
  }

  period(code) {
    return this.#period[code];
  }

  get version() {
    return this.#version;
  }

  isOpen(code, year) {
    return this.writable && !this.isClosed(code, year);
  }

  /** Nothing is typed there: computed, or before the row began. */
  isClosed(code, year) {
    return Boolean(this.#derived[code]?.[year]?.closed);
  }

  /** A required cell that is still blank. */
  isMissing(code, year) {
    const row = this.#rows.get(code);
    return row.required && !row.computed && this.#derived[code]?.[year] === undefined && this.text(code, year) === '';
  }

  /** Changes cells, `[{code, year, text}]`, as one step; closed ones are left out. Answers how many were changed. */
  change(wanted) {
    const batch = wanted
      .filter(({ code, year }) => this.isOpen(code, year))
      .map(({ code, year, text }) => ({ code, year, before: this.text(code, year), after: text.trim() }))
      .filter(({ before, after }) => before !== after);
    if (batch.length > 0) {
      this.#history.add(batch);
      this.#apply(batch.map(({ code, year, after }) => ({ code, year, text: after })));
    }
    return batch.length;
  }

  undo() {
    const batch = this.#history.back();
    this.#apply((batch ?? []).map(({ code, year, before }) => ({ code, year, text: before })));
    return batch?.[0];
  }

  redo() {
    const batch = this.#history.forth();
    this.#apply((batch ?? []).map(({ code, year, after }) => ({ code, year, text: after })));
    return batch?.[0];
  }

  get canUndo() {
    return this.#history.canGoBack;
  }

  get canRedo() {
    return this.#history.canGoForth;
  }

  /** How many cells hold what the server does not have. */
  get unsaved() {
    return this.#pending.size;
  }

  /** The cells that were not taken: `[{code, year, message, theirs}]`. */
  problems() {
    return [...this.#problems.values()];
  }

  problemAt(code, year) {
    return this.#problems.get(key(code, year));
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

  /** Fetches what others have written meanwhile; what was typed here and is not saved stays. */
  async refresh() {
    const { body } = await get(this.url);
    if (body.version >= this.#version) {
      this.#take(body);
      this.#tell();
      this.saved();
    }
  }

  /** Cells that a return names are marked. */
  /** What came from the union's own campaign, `{code: {year: canonical}}`: those cells are marked. */
  carry(carried) {
    this.#carried = carried;
    this.#tell();
  }

  ask(returns) {
    this.#returns = returns;
    returns.addEventListener('change', () => this.#tell());
  }

  #asked(at) {
    return this.#returns?.at(at) ?? [];
  }

  /** Where the others are, `[{user, place}]`. */
  others(people) {
    this.#peers = new Map(people.map(({ user, place }) => [place, user]));
    this.#tell();
  }

  /** Takes over the explanations that the server has. */
  explained(lines) {
    this.checks.explained(lines);
    this.#tell();
    this.saved();
  }

  #apply(changes) {
    if (changes.length === 0) {
      return;
    }
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

  #take({ version, typed, derived, period, findings }, own = new Set()) {
    if (this.#version >= 0 && version > this.#version) {
      this.#mark(typed, own);
    }
    this.#typed = typed;
    this.#derived = derived;
    this.#period = period;
    this.#version = version;
    this.checks.take(findings);
  }

  /** Cells that somebody else has just written stand out for a moment. */
  #mark(typed, own) {
    const fresh = [...this.#rows.keys()].flatMap((code) =>
      Object.keys({ ...this.#typed[code], ...typed[code] })
        .filter((year) => this.#typed[code]?.[year] !== typed[code]?.[year] && !own.has(key(code, year)))
        .map((year) => key(code, year))
    );
    fresh.forEach((at) => this.#fresh.add(at));
    if (fresh.length > 0) {
      setTimeout(() => {
        fresh.forEach((at) => this.#fresh.delete(at));
        this.#tell();
      }, FRESH_FOR);
    }
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
    const refused = new Map(answer.refused.map(({ path, message }) => [path, message]));
    const changed = new Set(answer.changedByOthers);
    this.#take(answer, new Set(sent.map(([at]) => at)));
    sent.forEach(([at, text]) => {
      const entry = this.#pending.get(at);
      const { code, year } = entry;
      if (entry.text !== text) {
        // Typed over while it was being saved: goes out with the next save.
        entry.was = changed.has(at) ? entry.was : (this.#typed[code]?.[year] ?? null);
      } else if (refused.has(at)) {
        this.#problems.set(at, { code, year, message: refused.get(at) });
      } else if (changed.has(at) && !alike(this.#shown(code, year), text)) {
        this.#problems.set(at, this.#question(code, year, text));
      } else {
        this.#pending.delete(at);
      }
    });
    this.#keep();
    this.#tell();
  }

  /** Two people wrote into one cell: both values, and which shall stand. */
  #question(code, year, text) {
    const { no, name } = this.#rows.get(code);
    const theirs = this.#shown(code, year) || '(để trống)';
    const mine = text || '(để trống)';
    const message = `Dòng ${no} “${name}”, năm ${year}: người khác vừa ghi ${theirs}, đồng chí ghi ${mine}. Nhận số nào?`;
    return { code, year, theirs, mine, message };
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

/** The same value, however it is written. */
const alike = (one, other) => one === other || (plain(one, 'vi') !== null && plain(one, 'vi') === plain(other, 'vi'));

const sentence = (finding, office) =>
  isError(finding)
    ? `Sai: ${finding.message}`
    : finding.explanation
      ? `Đã giải trình: ${finding.message}`
      : `${office ? 'Nên xem lại' : 'Cần giải trình'}: ${finding.message}`;
