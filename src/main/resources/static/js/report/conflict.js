import { marked } from './diff.js';
import { element } from './words.js';

const TITLES = { mine: 'Bản của tôi', theirs: 'Bản trên máy chủ' };
const ANSWERS = { mine: 'Giữ bản của tôi', theirs: 'Lấy bản trên máy chủ', both: 'Giữ cả hai' };

/**
 * Two versions of one part side by side, with what differs marked; answers "mine", "theirs" or "both". `question` says
 * what is asked about.
 */
export const choose = (place, mine, theirs, question = 'Phần này vừa được người khác sửa.') =>
  new Promise((resolve) => {
    const decide = (choice) => {
      place.hidden = true;
      place.replaceChildren();
      resolve(choice);
    };
    const button = (choice) => element('button', { type: 'button', onclick: () => decide(choice) }, ANSWERS[choice]);
    const side = (choice, text, other) =>
      element('div', {}, element('strong', {}, TITLES[choice]), element('div', { class: 'version' }, ...pieces(text, other)), button(choice));
    place.replaceChildren(
      element('p', { role: 'alert' }, `${question} Đồng chí giữ bản nào? Chỗ khác nhau được tô màu; chưa bản nào bị ghi đè.`),
      element('div', { class: 'sides' }, side('mine', mine, theirs), side('theirs', theirs, mine)),
      element('p', { class: 'both' }, button('both'))
    );
    place.hidden = false;
  });

const pieces = (text, other) =>
  text === '' ? ['(để trống)'] : marked(text, other).map((piece) => (piece.own ? element('mark', {}, piece.text) : piece.text));
