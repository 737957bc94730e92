import { element } from './words.js';

/** Under each grid, the cells that were not taken; above it, undo and redo. */
export const startProblems = (data, cells, goTo) => {
  const panels = data.appendices.map((appendix) => ({
    codes: new Set(appendix.rows.map(({ code }) => code)),
    panel: document.getElementById(`panel-${appendix.code}`)
  }));

  const line = (problem) =>
    element(
      'li',
      {},
      element('a', { href: `#${problem.code}/${problem.year}` }, `${problem.message}`),
      problem.theirs === undefined ? null : choices(problem)
    );

  const choices = (problem) =>
    element(
      'span',
      { class: 'choices' },
      element('button', { type: 'button', onclick: () => cells.settle(problem, true) }, `Số của tôi: ${problem.mine}`),
      element('button', { type: 'button', onclick: () => cells.settle(problem, false) }, `Số của người kia: ${problem.theirs}`)
    );

  const show = () =>
    panels.forEach(({ codes, panel }) => {
      const own = cells.problems().filter(({ code }) => codes.has(code));
      panel.querySelector('.problems').replaceChildren(own.length > 0 ? element('ul', {}, ...own.map(line)) : '');
      const undo = panel.querySelector('[data-undo]');
      if (undo) {
        undo.disabled = !cells.canUndo;
        panel.querySelector('[data-redo]').disabled = !cells.canRedo;
      }
    });

  const move = (at) => at && goTo(`${at.code}/${at.year}`);
  panels.forEach(({ panel }) => {
    panel.querySelector('[data-undo]')?.addEventListener('click', () => move(cells.undo()));
    panel.querySelector('[data-redo]')?.addEventListener('click', () => move(cells.redo()));
  });
  cells.addEventListener('change', show);
  show();
};
