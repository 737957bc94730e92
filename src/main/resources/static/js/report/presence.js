import { Offline, post } from './http.js';

const EVERY = 15_000;
const AFTER_A_MOVE = 1500;

/** Tells the others where in the report this person is, shows where they are, and fetches what they have written. */
export const startPresence = (data, cells, api) => {
  const line = document.getElementById('presence');
  const rows = new Map(data.appendices.flatMap((appendix) => appendix.rows.map((row) => [row.code, { ...row, appendix: appendix.code }])));
  let place = 'text';
  let told = null;
  let explanations = null;
  let timer;

  const words = (where) => {
    const [code, year] = where.split('/');
    const row = rows.get(code);
    if (row) {
      return `${row.appendix}, dòng ${row.no}${year ? `, năm ${year}` : ''}`;
    }
    return where === 'text' ? 'nội dung' : data.sections.some((section) => section.code === code) ? `mục ${code}` : code;
  };

  const show = (others) => {
    line.hidden = others.length === 0;
    const text = others.map(({ name, user, place: where }) => `${name ? `${name} (${user})` : user} – ${words(where)}`).join(' · ');
    if (line.textContent !== `Đang cùng soạn: ${text}`) {
      line.textContent = `Đang cùng soạn: ${text}`;
    }
    cells.others(others);
  };

  const beat = async () => {
    clearTimeout(timer);
    timer = setTimeout(beat, EVERY);
    if (document.visibilityState === 'hidden') {
      return;
    }
    told = place;
    try {
      const { body } = await post(`${api}/presence`, { place });
      show(body.others);
      const others = explanations !== null && explanations !== body.explanations;
      explanations = body.explanations;
      if (others || body.figures > cells.version) {
        await cells.refresh();
      }
    } catch (problem) {
      if (!(problem instanceof Offline) && problem.status === undefined) {
        throw problem;
      }
    }
  };

  const at = (where) => {
    place = where;
    if (place !== told) {
      clearTimeout(timer);
      timer = setTimeout(beat, AFTER_A_MOVE);
    }
  };

  document.addEventListener('selected', ({ detail }) => at(`${detail.code}/${detail.year}`));
  document.addEventListener('focusin', ({ target }) => {
    const section = target.closest('[data-section]');
    const list = target.closest('[data-list]');
    if (section || list) {
      at(section?.dataset.section ?? list.dataset.list);
    }
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && beat());
  window.addEventListener('online', beat);
  beat();
};
