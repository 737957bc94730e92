import { Autosave } from './autosave.js';
import { put } from './http.js';
import { element } from './words.js';

/** The explanations of warnings: saved as they are written, kept in the browser until the server has them. */
export class Explanations {
  #pending;

  constructor(cells, { api, keep, status }) {
    this.cells = cells;
    this.url = `${api}/explanations`;
    this.keep = keep;
    this.#pending = new Map(cells.writable ? (keep.take('explanations') ?? []) : []);
    this.autosave = new Autosave({ delay: 800, status, send: () => this.#send() });
    if (this.#pending.size > 0) {
      this.autosave.touch();
    }
  }

  text({ key, written }) {
    return this.#pending.get(key)?.text ?? written ?? '';
  }

  /** The same words for some findings; none clears. */
  write(findings, text) {
    findings.forEach(({ key, written }) => this.#pending.set(key, { text, was: this.#pending.get(key)?.was ?? written }));
    this.#keep();
    this.autosave.touch();
  }

  #keep() {
    if (this.#pending.size === 0) {
      this.keep.drop('explanations');
    } else {
      this.keep.put('explanations', [...this.#pending]);
    }
  }

  async #send() {
    const sent = [...this.#pending];
    if (sent.length === 0) {
      return undefined;
    }
    const { body } = await put(this.url, Object.fromEntries(sent));
    const said = new Map(body.lines.map(({ key, explanation }) => [key, explanation]));
    const others = new Set(body.changedByOthers);
    const clashes = sent.filter(([key, { text }]) => others.has(key) && said.get(key) !== text);
    sent.forEach(([key, entry]) => {
      const now = this.#pending.get(key);
      if (now === entry && !clashes.some(([clash]) => clash === key)) {
        this.#pending.delete(key);
      } else {
        // Written on meanwhile, or another's words stand there: sent again only when it is written on.
        this.#pending.set(key, { ...now, was: said.get(key) ?? null });
      }
    });
    this.#keep();
    this.cells.explained(body.lines);
    return clashes.length > 0 ? `Người khác vừa ghi: “${said.get(clashes[0][0]) ?? '(để trống)'}”. Sửa lời của đồng chí để ghi thay, hoặc tải lại trang để lấy lời đó.` : undefined;
  }
}

/** A field for the explanation of findings of one rule; lives on while the lists around it are drawn again. */
export class ExplainField {
  #findings = [];

  constructor(explanations, label) {
    this.explanations = explanations;
    this.area = element('textarea', { rows: 2, maxlength: 2000, 'aria-label': label, placeholder: 'Vì sao số liệu như vậy?' });
    this.all = element('button', { type: 'button', onclick: () => this.#forAll() });
    this.element = element('div', { class: 'explain' }, this.area, element('p', { class: 'under' }, this.all, element('span', { class: 'saving', role: 'status' })));
    this.area.addEventListener('input', () => explanations.write(this.#findings, this.area.value.trim()));
    this.area.addEventListener('blur', () => explanations.autosave.flush());
  }

  /** These findings now; `alike`: the same rule and row in all years, to explain with the same words. */
  show(findings, alike = findings) {
    this.#findings = findings;
    this.alike = alike;
    const texts = new Set(findings.map((finding) => this.explanations.text(finding)));
    if (document.activeElement !== this.area) {
      this.area.value = texts.size === 1 ? [...texts][0] : '';
    }
    this.all.hidden = alike.length === findings.length;
    this.all.textContent = `Dùng lời này cho cả ${alike.length} năm`;
  }

  #forAll() {
    this.explanations.write(this.alike, this.area.value.trim());
    this.explanations.autosave.flush();
  }
}
