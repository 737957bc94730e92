import { Autosave } from './autosave.js';
import { put } from './http.js';
import { element } from './words.js';

const PART = 'answers';

/**
 * The reasons of the last return, each at its place, and the answers to them: saved as they are written, kept in the
 * browser until the server has them.
 */
export class Returns extends EventTarget {
  #pending;

  constructor(data, { api, keep, status, saved }) {
    super();
    this.reasons = data.asked;
    this.writable = data.writable;
    this.url = `${api}/returns/answers`;
    this.keep = keep;
    this.saved = saved;
    const known = new Set(this.reasons.map(({ id }) => id));
    const kept = data.writable ? (keep.take(PART) ?? []) : [];
    this.#pending = new Map(kept.filter(([id]) => known.has(id)));
    this.autosave = new Autosave({ delay: 800, status, send: () => this.#send() });
    if (this.#pending.size > 0) {
      this.autosave.touch();
    }
  }

  /** The reasons named at a place: `P1.I.1`, `PL01`, `PL01.LD/2008`. */
  at(place) {
    return this.reasons.filter((reason) => reason.place === place);
  }

  text({ id, answer }) {
    return this.#pending.get(id)?.text ?? answer ?? '';
  }

  /** The reasons without an answer. */
  open() {
    return this.reasons.filter((reason) => this.text(reason) === '');
  }

  write({ id, answer }, text) {
    this.#pending.set(id, { text, was: this.#pending.get(id)?.was ?? answer });
    this.#keep();
    this.#tell();
    this.autosave.touch();
  }

  #keep() {
    if (this.#pending.size === 0) {
      this.keep.drop(PART);
    } else {
      this.keep.put(PART, [...this.#pending]);
    }
  }

  async #send() {
    const sent = [...this.#pending];
    if (sent.length === 0) {
      return undefined;
    }
    const { body } = await put(this.url, Object.fromEntries(sent));
    const said = new Map(body.returns[0].reasons.map(({ id, answer }) => [id, answer]));
    const others = new Set(body.changedByOthers);
    const clashes = sent.filter(([id, { text }]) => others.has(id) && (said.get(id) ?? '') !== text);
    this.reasons.forEach((reason) => {
      reason.answer = said.get(reason.id) ?? null;
    });
    sent.forEach(([id, entry]) => {
      const now = this.#pending.get(id);
      if (now === entry && !clashes.some(([clash]) => clash === id)) {
        this.#pending.delete(id);
      } else {
        // Written on meanwhile, or another's words stand there: sent again only when it is written on.
        this.#pending.set(id, { ...now, was: said.get(id) ?? null });
      }
    });
    this.#keep();
    this.#tell();
    this.saved();
    return clashes.length > 0
      ? `Người khác vừa trả lời: “${said.get(clashes[0][0]) ?? '(để trống)'}”. Sửa lời của đồng chí để ghi thay, hoặc tải lại trang để lấy lời đó.`
      : undefined;
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

/** A reason with the field for its answer; the same reason may be shown at several places at once. */
export class AskedReason {
  constructor(returns, reason, words = reason.words) {
    this.returns = returns;
    this.reason = reason;
    this.words = element('p', { class: 'asked-words' }, element('span', { class: 'sign asked', 'aria-hidden': 'true' }, '↩'), ' ', words);
    this.element = element('div', { class: 'asked-reason' }, this.words, returns.writable ? this.#field() : this.#said());
    returns.addEventListener('change', () => this.show());
    this.show();
  }

  #field() {
    this.area = element('textarea', {
      rows: 2,
      maxlength: 2000,
      'aria-label': `Trả lời: ${this.reason.words}`,
      placeholder: 'Đơn vị đã sửa thế nào, hoặc vì sao giữ nguyên?'
    });
    this.area.addEventListener('input', () => this.returns.write(this.reason, this.area.value.trim()));
    this.area.addEventListener('blur', () => this.returns.autosave.flush());
    return element('div', { class: 'answer' }, this.area, element('p', { class: 'under' }, element('span', { class: 'saving', role: 'status' })));
  }

  #said() {
    return element('p', { class: 'explained' }, this.returns.text(this.reason) || 'Chưa trả lời.');
  }

  show() {
    const text = this.returns.text(this.reason);
    this.element.classList.toggle('answered', text !== '');
    if (this.area && document.activeElement !== this.area) {
      this.area.value = text;
    }
  }
}

/** Puts each reason to its place: into the list at the top, under its heading, over its appendix or list. */
export const startReturns = (returns) => {
  returns.reasons.forEach((reason) => {
    const { id, place, words } = reason;
    const line = document.getElementById(`returns/${id}`);
    line?.querySelector('.answer-here').replaceWith(new AskedReason(returns, reason, '').element);
    const target = place && (document.querySelector(`[data-section="${CSS.escape(place)}"] h4`) ?? document.querySelector(`#${CSS.escape(`panel-${place}`)} h2`) ?? document.getElementById(place));
    target?.after(new AskedReason(returns, reason, words).element);
  });
};
