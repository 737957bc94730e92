import { get } from './http.js';
import { count, element } from './words.js';

/** The line of progress and the list of what is missing, each fault with a link to its place. */
export class Missing {
  #timer;

  constructor(data, api) {
    this.api = api;
    this.rows = new Map(
      data.appendices.flatMap((appendix) => appendix.rows.map((row) => [row.code, { ...row, appendix }]))
    );
    this.line = document.getElementById('progress');
    this.place = document.getElementById('missing');
    this.button = document.getElementById('ask-missing');
    this.button.addEventListener('click', () => (this.place.hidden ? this.open() : this.close()));
  }

  /** Counts again, soon. */
  refresh() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#count().catch(() => {}), 1200);
  }

  async open() {
    const { body } = await get(`${this.api}/missing`);
    this.place.replaceChildren(
      element('h2', {}, body.length === 0 ? 'Báo cáo đã đủ để trình ký.' : `Còn ${count(body.length)} chỗ phải hoàn thiện`),
      ...this.#groups(body)
    );
    this.place.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.place.focus();
  }

  close() {
    this.place.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
  }

  async #count() {
    const { body } = await get(`${this.api}/progress`);
    this.line.textContent =
      `Đã đủ ${body.sectionsDone}/${body.sections} mục bắt buộc · ` +
      `${count(body.cellsFilled)}/${count(body.cells)} ô số liệu · ${body.listsDone}/${body.lists} biểu danh mục`;
    if (!this.place.hidden) {
      const focused = document.activeElement;
      await this.open();
      focused?.focus({ preventScroll: true });
    }
  }

  #groups(faults) {
    const cells = new Map();
    const others = [];
    faults.forEach((fault) => {
      const [code, year] = fault.path.split('/');
      const row = this.rows.get(code);
      if (row) {
        cells.set(row.appendix, (cells.get(row.appendix) ?? new Map()).set(code, [...(cells.get(row.appendix)?.get(code) ?? []), year]));
      } else {
        others.push(element('li', {}, element('a', { href: `#${fault.path}` }, fault.message)));
      }
    });
    return [
      others.length > 0 ? element('ul', {}, ...others) : '',
      ...[...cells].map(([appendix, rows]) => this.#appendix(appendix, rows))
    ];
  }

  #appendix(appendix, rows) {
    const total = [...rows.values()].reduce((sum, years) => sum + years.length, 0);
    return element(
      'details',
      {},
      element('summary', {}, `${appendix.code}: còn ${count(total)} ô số liệu`),
      element('ul', {}, ...[...rows].map(([code, years]) => this.#row(appendix, code, years)))
    );
  }

  #row(appendix, code, years) {
    const { no, name } = this.rows.get(code);
    const which = years.length === appendix.years.length ? `cả ${years.length} năm` : `năm ${years.join(', ')}`;
    return element('li', {}, element('a', { href: `#${code}/${years[0]}` }, `Dòng ${no} “${name}”: thiếu ${which}`));
  }
}
