/** Links inside a form open in a new tab: in the same one the answers typed so far would be lost. */
document.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest('.fjs-container a[href]') : null;
    if (link && !link.getAttribute('href').startsWith('#')) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  },
  true
);
