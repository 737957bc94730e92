import { element } from './words.js';

/** Two versions of one part side by side; answers "mine" or "theirs". */
export const choose = (place, mine, theirs) =>
  new Promise((resolve) => {
    const decide = (choice) => {
      place.hidden = true;
      place.replaceChildren();
      resolve(choice);
    };
    const side = (title, content, choice) =>
      element(
        'div',
        {},
        element('strong', {}, title),
        element('div', { class: 'version' }, content || '(để trống)'),
        element('button', { type: 'button', onclick: () => decide(choice) }, choice === 'mine' ? 'Giữ bản của tôi' : 'Lấy bản trên máy chủ')
      );
    place.replaceChildren(
      element('p', { role: 'alert' }, 'Phần này vừa được người khác sửa. Đồng chí giữ bản nào? Chưa bản nào bị ghi đè.'),
      element('div', { class: 'sides' }, side('Bản của tôi', mine, 'mine'), side('Bản trên máy chủ', theirs, 'theirs'))
    );
    place.hidden = false;
  });
