import { isError, isOpen, placeOf, saidInFigures } from './checks.js';
import { ExplainField } from './explain.js';
import { count, element } from './words.js';

/** The kinds of faults, each with a sign of its own, for colour alone says nothing to many. */
const KINDS = [
  ['answers', '↩', 'lý do trả lại chưa trả lời'],
  ['refused', '✎', 'ô chưa lưu được'],
  ['errors', '▲', 'chỗ sai'],
  ['warnings', '●', 'chỗ cần giải trình'],
  ['missing', '□', 'ô chưa nhập'],
  ['headings', '¶', 'mục chưa đủ'],
  ['lists', '≡', 'chỗ trong biểu danh mục']
];

/** The list of all faults: opened by one button, grouped by tab, each with a link to its place, live. */
export class FaultPanel {
  #open = new Set();
  #fields = new Map();

  constructor(data, faults, explanations) {
    this.data = data;
    // The issuer's own office need not explain anything.
    this.kinds = data.office ? KINDS.map((kind) => (kind[0] === 'warnings' ? [...kind.slice(0, 2), 'chỗ nên xem lại'] : kind)) : KINDS;
    this.faults = faults;
    this.explanations = explanations;
    this.place = document.getElementById('missing');
    this.button = document.getElementById('ask-missing');
    this.body = element('div');
    this.place.replaceChildren(
      element('button', { type: 'button', class: 'close', onclick: () => this.close() }, 'Đóng'),
      this.body
    );
    this.button.addEventListener('click', () => (this.place.hidden ? this.open() : this.close()));
    this.place.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
    faults.addEventListener('change', () => !this.place.hidden && this.#draw());
  }

  open() {
    this.place.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.#draw();
    this.faults.refresh(0);
    this.place.focus();
  }

  close() {
    this.place.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    this.button.focus();
  }

  #draw() {
    const counts = this.faults.counts();
    const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
    const kinds = this.kinds.filter(([kind]) => counts[kind] > 0).map(([kind, sign, words]) => tally(kind, sign, counts[kind], words));
    const focused = document.activeElement;
    this.body.replaceChildren(
      element('h2', {}, this.#heading(total)),
      element('p', { class: 'kinds' }, ...kinds),
      ...this.#groups()
    );
    if (this.place.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
  }

  #heading(total) {
    if (this.data.office) {
      return total === 0 ? 'Không có chỗ nào sai hay nên xem lại.' : `${count(total)} chỗ sai hoặc nên xem lại`;
    }
    return total === 0 ? 'Báo cáo đã đủ để trình ký.' : `Còn ${count(total)} chỗ phải hoàn thiện`;
  }

  #groups() {
    const unanswered = this.faults.returns.open();
    return [
      this.#group('returns', 'Lý do trả lại', { answers: unanswered.length }, unanswered.map((reason) => link({ path: `returns/${reason.id}`, message: `${reason.name}: ${reason.words}` }, 'answers'))),
      this.#group('text', 'Nội dung', { headings: this.faults.others().length }, this.faults.others().map((fault) => link(fault, 'headings'))),
      ...this.data.appendices.map((appendix) => this.#appendix(appendix)),
      ...this.data.lists.map(({ code, title }) => {
        const faults = this.faults.others(code);
        return this.#group(code, `${code}. ${title}`, { lists: faults.length }, faults.map((fault) => link(fault, 'lists')));
      })
    ];
  }

  #appendix(appendix) {
    const { missing, refused, checks } = this.faults.appendix(appendix);
    const open = checks.flatMap(({ findings }) => findings).filter(isOpen);
    const counts = {
      refused: refused.length,
      errors: open.filter(isError).length,
      warnings: open.filter((finding) => !isError(finding)).length,
      missing: missing.reduce((sum, { years }) => sum + years.length, 0)
    };
    return this.#group(appendix.code, `${appendix.code}. ${appendix.title}`, counts, [
      ...refused.map(({ code, year, message }) => link({ path: `${code}/${year}`, message }, 'refused')),
      ...checks.map((group) => this.#check(group)),
      ...missing.map((line) => lacking(appendix, line))
    ]);
  }

  #group(code, title, counts, items) {
    if (items.length === 0) {
      return '';
    }
    const kinds = this.kinds.filter(([kind]) => counts[kind] > 0).map(([kind, sign, words]) => tally(kind, sign, counts[kind], words));
    const group = element(
      'details',
      { open: this.#open.has(code), 'data-group': code },
      element('summary', {}, title, ' ', ...(kinds.length > 0 ? kinds : [element('span', { class: 'kind done' }, '✓ đã giải trình')])),
      element('ul', {}, ...items)
    );
    group.addEventListener('toggle', () => (group.open ? this.#open.add(code) : this.#open.delete(code)));
    return group;
  }

  #check(group) {
    const { message, rule, findings } = group;
    const years = findings.flatMap((finding, index) => [index > 0 ? ', ' : '', element('a', { href: `#${placeOf(finding)}` }, String(finding.year), isOpen(finding) ? '' : ' ✓')]);
    const kind = isError(group) ? 'errors' : 'warnings';
    return element(
      'li',
      { class: kind },
      sign(kind),
      ` ${message} `,
      element('span', { class: 'muted' }, `(${rule}, dòng ${this.#row(group.code)}) `),
      'Năm ',
      ...years,
      isError(group) ? null : this.#field(group)
    );
  }

  #row(code) {
    const row = this.data.appendices.flatMap(({ rows }) => rows).find((one) => one.code === code);
    return `${row.no} “${row.name}”`;
  }

  #field(group) {
    if (!this.explanations.cells.writable || group.findings.every(saidInFigures)) {
      const texts = new Set(group.findings.map(({ explanation }) => explanation).filter(Boolean));
      return element('p', { class: 'explained' }, [...texts].join(' · ') || 'Chưa giải trình.');
    }
    const field = this.#fields.get(group.id) ?? new ExplainField(this.explanations, `Giải trình: ${group.message}`);
    this.#fields.set(group.id, field);
    field.show(group.findings);
    return field.element;
  }
}

const SIGNS = new Map(KINDS.map(([kind, mark, words]) => [kind, { mark, words }]));

const sign = (kind) => element('span', { class: `sign ${kind}`, title: SIGNS.get(kind).words, 'aria-hidden': 'true' }, SIGNS.get(kind).mark);

const tally = (kind, mark, number, words) =>
  element('span', { class: `kind ${kind}` }, element('span', { 'aria-hidden': 'true' }, `${mark} `), `${count(number)} ${words}`);

const link = ({ path, message }, kind) =>
  element('li', {}, sign(kind), ' ', element('a', { href: `#${path}` }, message));

const lacking = (appendix, { row, years }) => {
  const which = years.length === appendix.years.length ? `cả ${years.length} năm` : `năm ${years.join(', ')}`;
  return element('li', { class: 'missing' }, sign('missing'), ' ', element('a', { href: `#${row.code}/${years[0]}` }, `Dòng ${row.no} “${row.name}”: thiếu ${which}`));
};
