import { get, Offline, post, put, Refusal, remove } from '../report/http.js';
import { element } from '../report/words.js';

const nameOf = (place) => (place && document.querySelector(`[data-place="${CSS.escape(place)}"]`)?.dataset.name) || place;

/** The server's local time as documents write it. */
const minute = (time) => {
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(time);
  return `${clock} ngày ${day}/${month}/${year}`;
};
const EVERY = 15000;

/**
 * The reasons that the department collects: shown to all its people, written by each, fetched again every quarter of a
 * minute. Answers how to begin one at a place.
 */
export const startCollected = ({ api, user, collects }) => {
  const url = `${api}/reasons`;
  const list = document.getElementById('collected');
  const status = document.getElementById('collected-status');
  const form = collects === 'true' ? new ReasonForm() : null;

  const tell = (problem) => {
    status.textContent = problem instanceof Offline ? 'Mất kết nối. Nội dung vẫn ở trang này, hãy thử lại sau ít phút.' : problem.message;
    status.className = 'saving bad';
  };

  /** Does it, and shows what the server then has; answers whether it was done. */
  const attempt = async (work) => {
    try {
      await work();
      await refresh();
      status.textContent = '';
      return true;
    } catch (problem) {
      if (!(problem instanceof Offline || problem instanceof Refusal)) {
        throw problem;
      }
      tell(problem);
      return false;
    }
  };

  const line = (reason) => {
    const { id, place, listed, words, namedBy, namedAt } = reason;
    const own = form && namedBy === user;
    return element(
      'li',
      {},
      place ? element('a', { href: `#${place}`, 'data-go': place }, nameOf(place)) : element('strong', {}, 'Toàn báo cáo'),
      element('p', { class: 'pre' }, [listed, words].filter(Boolean).join(': ')),
      element('p', { class: 'muted' }, `${namedBy}, ${minute(namedAt)}`),
      form
        ? element(
            'p',
            { class: 'under' },
            own ? element('button', { type: 'button', class: 'link', onclick: () => form.edit(reason) }, 'Sửa') : null,
            element('button', { type: 'button', class: 'link', onclick: () => attempt(() => remove(`${url}/${id}`)) }, 'Bỏ')
          )
        : null
    );
  };

  const refresh = async () => {
    const { body } = await get(url);
    const shown = JSON.stringify(body);
    if (list.dataset.shown !== shown) {
      list.dataset.shown = shown;
      list.replaceChildren(...(body.length > 0 ? body.map(line) : [element('li', { class: 'muted' }, 'Chưa có lý do nào.')]));
      document.querySelectorAll('.named').forEach((place) => place.classList.remove('named'));
      body.filter(({ place }) => place).forEach(({ place }) => document.querySelector(`[data-place="${CSS.escape(place)}"]`)?.classList.add('named'));
    }
  };

  form?.listen(async (reason, id) => {
    if (await attempt(() => (id ? put(`${url}/${id}`, reason) : post(url, reason)))) {
      form.clear();
    }
  });
  attempt(() => undefined);
  setInterval(() => document.visibilityState === 'visible' && attempt(() => undefined), EVERY);
  return { name: (place) => form?.at(place) };
};

/** Where a reason is written: its place, one of the list, words of one's own. */
class ReasonForm {
  #place = null;
  #id = null;

  constructor() {
    this.form = document.getElementById('reason');
    this.where = document.getElementById('reason-place');
    this.whole = document.getElementById('reason-whole');
    this.listed = document.getElementById('reason-listed');
    this.words = document.getElementById('reason-words');
    this.cancel = document.getElementById('reason-cancel');
    this.save = document.getElementById('reason-save');
    this.whole.addEventListener('click', () => this.at(null));
    this.cancel.addEventListener('click', () => this.clear());
  }

  listen(submit) {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit({ place: this.#place, listed: this.listed.value || null, words: this.words.value.trim() || null }, this.#id);
    });
  }

  at(place) {
    this.#place = place;
    this.where.textContent = place ? nameOf(place) : this.where.dataset.whole;
    this.whole.hidden = !place;
    this.form.scrollIntoView({ block: 'nearest' });
    this.words.focus({ preventScroll: true });
  }

  edit({ id, place, listed, words }) {
    this.#id = id;
    this.listed.value = listed ?? '';
    this.words.value = words ?? '';
    this.cancel.hidden = false;
    this.save.textContent = 'Ghi lại';
    this.at(place);
  }

  clear() {
    this.#id = null;
    this.form.reset();
    this.cancel.hidden = true;
    this.save.textContent = 'Ghi lý do';
    this.#place = null;
    this.where.textContent = this.where.dataset.whole;
    this.whole.hidden = true;
  }
}
