import { element } from './words.js';

/** A question with some answers, `[value, words]`; null when it was put away unanswered. */
export const ask = (question, answers) =>
  new Promise((resolve) => {
    const dialog = element(
      'dialog',
      { class: 'ask', 'aria-label': question },
      element('p', {}, question),
      element(
        'form',
        { method: 'dialog' },
        ...answers.map(([value, words]) => element('button', { value }, words)),
        element('button', { value: '', class: 'quiet' }, 'Thôi, không dán')
      )
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
