import { isOpen } from './checks.js';
import { count, element } from './words.js';

/** How far each part is: on its tab, in the outline, and for the whole report in one line. Follows every change. */
export const startProgress = (data, faults) => {
  const line = document.getElementById('progress');
  const ask = document.getElementById('ask-missing');
  const badges = new Map(
    [...document.querySelectorAll('[role=tab]')].map((tab) => {
      const badge = element('span', { class: 'tab-progress' });
      tab.append(' ', badge);
      return [tab.id.slice('tab-'.length), badge];
    })
  );

  const left = () => Object.values(faults.counts()).reduce((sum, one) => sum + one, 0);

  const show = (name, done, asked, wrong = 0) => {
    const badge = badges.get(name);
    const complete = done === asked && wrong === 0;
    badge.textContent = complete ? '✓' : wrong > 0 ? `${count(done)}/${count(asked)} ▲` : `${count(done)}/${count(asked)}`;
    badge.className = `tab-progress ${complete ? 'done' : wrong > 0 ? 'wrong' : ''}`;
    badge.title = complete ? 'Đã đủ' : `Đã có ${count(done)} trên ${count(asked)}${wrong > 0 ? `, ${count(wrong)} chỗ sai hoặc cần giải trình` : ''}`;
  };

  const appendices = () => {
    const all = data.appendices.map((appendix) => [appendix.code, faults.appendix(appendix)]);
    all.forEach(([code, { filled, asked, refused, checks }]) =>
      show(code, filled, asked, refused.length + checks.flatMap(({ findings }) => findings).filter(isOpen).length)
    );
    const sum = (of) => all.reduce((total, [, part]) => total + of(part), 0);
    return `${count(sum(({ filled }) => filled))}/${count(sum(({ asked }) => asked))} ô số liệu`;
  };

  /** Of the office, which has no cell that it has to fill in. */
  const entered = () => {
    const sum = data.appendices.reduce((total, appendix) => {
      const filled = appendix.rows.reduce((cells, { code }) => cells + appendix.years.filter(({ year }) => faults.cells.text(code, year) !== '').length, 0);
      const { refused, checks } = faults.appendix(appendix);
      const wrong = refused.length + checks.flatMap(({ findings }) => findings).filter(isOpen).length;
      const badge = badges.get(appendix.code);
      badge.textContent = wrong > 0 ? `${count(wrong)} ▲` : filled > 0 ? count(filled) : '';
      badge.className = `tab-progress ${wrong > 0 ? 'wrong' : ''}`;
      badge.title = wrong > 0 ? `${count(wrong)} chỗ sai hoặc nên xem lại` : filled > 0 ? `Đã nhập ${count(filled)} ô` : '';
      return total + filled;
    }, 0);
    line.textContent = sum === 0 ? 'Chưa nhập ô nào' : `Đã nhập ${count(sum)} ô số liệu`;
    ask.textContent = left() === 0 ? 'Không có chỗ sai ✓' : `Xem lại ${count(left())} chỗ`;
  };

  const parts = (open) =>
    document.querySelectorAll('.outline > ol > li').forEach((part) => {
      const required = new Set(data.sections.filter((section) => section.required).map(({ code }) => code));
      const own = [...part.querySelectorAll('[data-outline]')].map((link) => link.dataset.outline).filter((code) => required.has(code));
      const done = own.filter((code) => !open.has(code)).length;
      const badge = part.querySelector('.part-progress') ?? element('span', { class: 'part-progress' });
      badge.textContent = own.length === 0 ? '' : done === own.length ? '✓' : `${done}/${own.length}`;
      part.querySelector('.part').append(' ', badge);
    });

  const lists = () => {
    const done = data.lists.filter(({ code }) => {
      const wrong = faults.others(code).length;
      const badge = badges.get(code);
      badge.textContent = wrong === 0 ? '✓' : `${wrong} ▲`;
      badge.className = `tab-progress ${wrong === 0 ? 'done' : 'wrong'}`;
      badge.title = wrong === 0 ? 'Đã đủ' : `Còn ${wrong} chỗ phải hoàn thiện`;
      return wrong === 0;
    }).length;
    return `${done}/${data.lists.length} biểu danh mục`;
  };

  const draw = () => {
    const cells = appendices();
    const texts = faults.texts();
    if (!texts) {
      return;
    }
    show('text', texts.done, texts.asked, 0);
    parts(texts.open);
    line.textContent = `Đã đủ ${texts.done}/${texts.asked} mục bắt buộc · ${cells} · ${lists()}`;
    ask.textContent = left() === 0 ? 'Đã đủ để trình ký ✓' : `Còn thiếu gì? (${count(left())})`;
  };

  const follow = data.office ? entered : draw;
  faults.addEventListener('change', follow);
  follow();
};
