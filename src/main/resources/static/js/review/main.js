import { startCells } from './cells.js';
import { startCollected } from './collected.js';

const page = document.querySelector('.review-page');

/** Shows the tab that a place is in and puts the focus there. */
const goTo = (place) => {
  const target = document.querySelector(`[data-place="${CSS.escape(place)}"]`);
  const panel = target?.closest('[data-tab]');
  if (panel) {
    document.querySelector(`[role=tab][aria-controls="${CSS.escape(panel.id)}"]`).click();
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'center', inline: 'center' });
  }
};

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-go]');
  if (link) {
    event.preventDefault();
    goTo(link.dataset.go);
  }
});

const collected = startCollected(page.dataset);
startCells(page.dataset.api, collected);
document.querySelectorAll('[data-reason]').forEach((button) => button.addEventListener('click', () => collected.name(button.dataset.reason)));
