import { get, Offline } from './http.js';
import { element } from './words.js';

/** Beside each heading that has one: the text of an earlier campaign, to be read and copied behind one's own. */
export const startEarlier = async (data, sections) => {
  let texts;
  try {
    ({ body: texts } = await get(`${data.api}/earlier`));
  } catch (problem) {
    if (problem instanceof Offline || problem.status !== undefined) {
      return;
    }
    throw problem;
  }
  Object.entries(texts).forEach(([code, text]) => show(code, text, data.writable ? sections.editor(code) : null));
};

const show = (code, { campaign, title, signedOn, heading, text }, editor) => {
  const place = document.querySelector(`[data-section="${CSS.escape(code)}"]`);
  if (!place) {
    return;
  }
  const panel = place.querySelector('.earlier');
  const link = place.querySelector('.earlier-link');
  const open = element('button', { type: 'button', class: 'link', 'aria-expanded': 'false' }, `Đã viết kỳ trước (${signedOn.slice(0, 4)})`);
  const close = () => {
    panel.hidden = true;
    open.setAttribute('aria-expanded', 'false');
    open.focus();
  };
  const copy = () => {
    editor.append(text);
    close();
  };
  panel.append(
    element('p', {}, element('strong', {}, heading), element('br'), element('span', { class: 'muted' }, `${title} (${campaign}), báo cáo ký ngày ${signedOn.split('-').reverse().join('/')}`)),
    element('div', { class: 'version' }, text),
    element(
      'p',
      { class: 'under' },
      editor ? element('button', { type: 'button', onclick: copy }, 'Chép vào cuối mục') : null,
      element('button', { type: 'button', class: 'quiet', onclick: close }, 'Đóng')
    )
  );
  open.addEventListener('click', () => {
    panel.hidden = !panel.hidden;
    open.setAttribute('aria-expanded', String(!panel.hidden));
  });
  link.replaceChildren(open);
  link.hidden = false;
};
