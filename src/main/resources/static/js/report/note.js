import { isError, isOpen, saidInFigures } from './checks.js';
import { ExplainField } from './explain.js';
import { AskedReason } from './returns.js';
import { element } from './words.js';

/**
 * Under each grid, what there is to say about the selected cell: its place and unit, why it was not taken or what is
 * wrong, the field for an explanation; and the cells of which two people wrote two values.
 */
export const startNotes = (data, cells, explanations, returns) => {
  const fields = new Map();
  const asked = new Map(returns.reasons.map((reason) => [reason.id, new AskedReason(returns, reason)]));

  const explain = (finding) => {
    if (!cells.writable || saidInFigures(finding)) {
      return element('p', { class: 'explained' }, finding.explanation ?? 'Chưa giải trình.');
    }
    const field = fields.get(finding.key) ?? new ExplainField(explanations, `Giải trình năm ${finding.year}: ${finding.message}`);
    fields.set(finding.key, field);
    field.show([finding], cells.checks.alike(finding));
    return field.element;
  };

  const found = (finding) => {
    const error = isError(finding);
    const kind = error ? 'errors' : isOpen(finding) ? 'warnings' : 'done';
    const words = { errors: '▲ Sai: ', warnings: '● Cần giải trình: ', done: '✓ Đã giải trình: ' }[kind];
    return element('li', { class: kind }, words, finding.message, ` (${finding.rule})`, error ? null : explain(finding));
  };

  const choices = (problem) =>
    element(
      'span',
      { class: 'choices' },
      element('button', { type: 'button', onclick: () => cells.settle(problem, true) }, `Số của tôi: ${problem.mine}`),
      element('button', { type: 'button', onclick: () => cells.settle(problem, false) }, `Số của người kia: ${problem.theirs}`)
    );

  const problem = (one) =>
    element('li', {}, element('a', { href: `#${one.code}/${one.year}` }, one.message), one.theirs === undefined ? null : choices(one));

  data.appendices.forEach((appendix) => {
    const panel = document.getElementById(`panel-${appendix.code}`);
    const note = panel.querySelector('.cell-note');
    const problems = panel.querySelector('.problems');
    const undo = panel.querySelector('[data-undo]');
    const redo = panel.querySelector('[data-redo]');
    let selected = null;

    const describe = () => {
      if (!selected) {
        return;
      }
      const { code, year } = selected;
      const row = appendix.rows.find((one) => one.code === code);
      const remarks = cells.checks.at(`${code}/${year}`);
      const refusal = cells.problemAt(code, year);
      const focused = document.activeElement;
      note.replaceChildren(
        element('p', {}, element('strong', {}, `${row.no} ${row.name}, năm ${year}`), ` · đơn vị tính: ${row.unit || 'không có'}`),
        element(
          'ul',
          {},
          refusal ? element('li', { class: 'refused' }, `✎ ${refusal.message}`) : null,
          ...returns.at(`${code}/${year}`).map(({ id }) => element('li', {}, asked.get(id).element)),
          ...remarks.map(found)
        )
      );
      if (note.contains(focused)) {
        focused.focus({ preventScroll: true });
      }
    };

    const show = () => {
      const own = cells.problems().filter(({ code }) => appendix.rows.some((row) => row.code === code));
      problems.replaceChildren(own.length > 0 ? element('ul', {}, ...own.map(problem)) : '');
      if (undo) {
        undo.disabled = !cells.canUndo;
        redo.disabled = !cells.canRedo;
      }
      describe();
    };

    const move = (at) => at && panel.dispatchEvent(new CustomEvent('moved', { bubbles: true, detail: at }));
    undo?.addEventListener('click', () => move(cells.undo()));
    redo?.addEventListener('click', () => move(cells.redo()));
    panel.addEventListener('selected', ({ detail }) => {
      selected = detail;
      describe();
    });
    cells.addEventListener('change', show);
    show();
  });
};
