import { isError, isOpen } from './checks.js';
import { get } from './http.js';

const SOON = 1200;

/**
 * Everything that keeps the report from being signed, by tab. Cells and answers are looked at as they stand on the page; headings
 * and lists as the server judged them after the last save.
 */
export class Faults extends EventTarget {
  #timer;
  #others = null;

  constructor(data, cells, returns, api) {
    super();
    this.data = data;
    this.cells = cells;
    this.returns = returns;
    this.url = `${api}/missing`;
    this.codes = new Set(data.appendices.flatMap(({ rows }) => rows.map(({ code }) => code)));
    this.appendices = new Map(data.appendices.flatMap(({ code, rows }) => rows.map((row) => [row.code, code])));
    cells.addEventListener('change', () => this.#tell());
    returns.addEventListener('change', () => this.#tell());
  }

  /** Asks the server again, soon. */
  refresh(after = SOON) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask().catch(() => {}), after);
  }

  async #ask() {
    const { body } = await get(this.url);
    this.#others = body.filter(({ path }) => !path.startsWith('returns/') && !this.codes.has(path.split('/')[0]));
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }

  /** How the headings stand: `{done, asked, open}`, `open` being codes; null until the server has answered. */
  texts() {
    if (!this.#others) {
      return null;
    }
    const open = new Set(this.#others.map(({ path }) => path.split('/')[0]));
    const asked = this.data.sections.filter(({ required }) => required);
    return { done: asked.filter(({ code }) => !open.has(code)).length, asked: asked.length, open };
  }

  /** How an appendix stands: `{filled, asked, missing: [{row, years}], refused, checks}`. */
  appendix({ code, rows, years }) {
    const missing = rows
      .map((row) => ({ row, years: years.map(({ year }) => year).filter((year) => this.cells.isMissing(row.code, year)) }))
      .filter(({ years: lacking }) => lacking.length > 0);
    const asked = rows
      .filter(({ required, computed }) => required && !computed)
      .reduce((sum, row) => sum + years.filter(({ year }) => !this.cells.isClosed(row.code, year)).length, 0);
    return {
      asked,
      filled: asked - missing.reduce((sum, line) => sum + line.years.length, 0),
      missing,
      refused: this.cells.problems().filter((problem) => this.appendices.get(problem.code) === code),
      checks: this.cells.checks.groups().filter((group) => this.appendices.get(group.code) === code)
    };
  }

  /** What the server says of a list form, or of the headings. */
  others(list) {
    const lists = new Set(this.data.lists.map(({ code }) => code));
    return (this.#others ?? []).filter(({ path }) => {
      const [code] = path.split('/');
      return list ? code === list : !lists.has(code);
    });
  }

  /** All together, by kind. */
  counts() {
    const appendices = this.data.appendices.map((appendix) => this.appendix(appendix));
    const findings = this.cells.checks.groups().flatMap(({ findings }) => findings).filter(isOpen);
    return {
      answers: this.returns.open().length,
      headings: this.others().length,
      lists: this.data.lists.flatMap(({ code }) => this.others(code)).length,
      missing: appendices.reduce((sum, { asked, filled }) => sum + asked - filled, 0),
      refused: appendices.reduce((sum, { refused }) => sum + refused.length, 0),
      errors: findings.filter(isError).length,
      warnings: findings.filter((finding) => !isError(finding)).length
    };
  }
}
