import { get, Offline, Refusal } from '../report/http.js';
import { element } from '../report/words.js';

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const shown = (value) => (value === null ? 'không có' : number.format(value));
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The cells of all appendices: one is chosen by click or arrows, and all that is known of it is shown beside. */
export const startCells = (api, collected) => {
  const peers = new Map();
  const card = document.getElementById('cell');
  let chosen = null;

  const facts = ({ dataset: { place, earlier } }) => {
    const peer = peers.get(place);
    return [
      ['Kỳ trước báo cáo', earlier],
      ...(peer && peer.units > 0
        ? [
            [peer.basis ? `So theo ${peer.basis}` : 'Của đơn vị', shown(peer.own)],
            [`Trung vị của ${peer.units} đơn vị cùng loại`, shown(peer.median)],
            ['Một nửa số đơn vị nằm trong khoảng', `${shown(peer.lower)} đến ${shown(peer.upper)}`]
          ]
        : [])
    ].filter(([, value]) => value !== undefined);
  };

  const show = () => {
    const peer = peers.get(chosen.dataset.place);
    const notes = [...(chosen.dataset.notes ?? '').split('\n').filter(Boolean), peer?.unusual ? 'Khác hẳn các đơn vị cùng loại.' : ''].filter(Boolean);
    card.hidden = false;
    document.getElementById('cell-name').textContent = chosen.dataset.name;
    card.querySelector('.cell-value').textContent = chosen.textContent;
    card.querySelector('.cell-notes').replaceChildren(...notes.map((note) => element('li', {}, note)));
    card.querySelector('.cell-facts').replaceChildren(...facts(chosen).map(([what, value]) => element('div', {}, element('dt', {}, what), element('dd', {}, value))));
  };

  const choose = (cell) => {
    chosen?.classList.remove('chosen');
    if (chosen?.closest('table') === cell.closest('table')) {
      chosen.tabIndex = -1;
    }
    chosen = cell;
    cell.classList.add('chosen');
    cell.tabIndex = 0;
    show();
  };

  const load = async (appendix) => {
    if (appendix.dataset.loaded || appendix.hidden) {
      return;
    }
    appendix.dataset.loaded = 'true';
    const line = appendix.querySelector('.unusual-list');
    try {
      const { body } = await get(`${api}/peers/${encodeURIComponent(appendix.dataset.appendix)}`);
      body.filter(({ year }) => year !== null).forEach((peer) => peers.set(`${peer.indicator}/${peer.year}`, peer));
      const unusual = [...appendix.querySelectorAll('.cell')].filter(({ dataset }) => peers.get(dataset.place)?.unusual);
      unusual.forEach((cell) => cell.classList.add('unusual'));
      line.replaceChildren(
        unusual.length === 0 ? 'Không có ô nào khác hẳn các đơn vị cùng loại.' : `${unusual.length} ô khác hẳn các đơn vị cùng loại.`
      );
      if (chosen) {
        show();
      }
    } catch (problem) {
      if (!(problem instanceof Offline || problem instanceof Refusal)) {
        throw problem;
      }
      delete appendix.dataset.loaded;
      line.textContent = 'Chưa so sánh được với các đơn vị cùng loại; mở lại phụ lục này để thử lại.';
    }
  };

  const step = (cell, [down, right]) => {
    const row = cell.closest('tr');
    const rows = [...row.parentElement.rows];
    const next = rows[rows.indexOf(row) + down]?.cells[cell.parentElement.cellIndex + right]?.querySelector('.cell');
    next?.focus();
  };

  document.querySelectorAll('[data-appendix]').forEach((appendix) => {
    appendix.querySelector('.cell')?.setAttribute('tabindex', '0');
    appendix.addEventListener('focusin', ({ target }) => target.matches('.cell') && choose(target));
    appendix.addEventListener('keydown', (event) => {
      if (event.target.matches('.cell') && STEPS[event.key]) {
        event.preventDefault();
        step(event.target, STEPS[event.key]);
      }
    });
    appendix.addEventListener('dblclick', ({ target }) => target.matches('.cell') && collected.name(target.dataset.place));
    new MutationObserver(() => load(appendix)).observe(appendix, { attributes: true, attributeFilter: ['hidden'] });
    load(appendix);
  });
  document.getElementById('cell-reason')?.addEventListener('click', () => collected.name(chosen.dataset.place));
};
