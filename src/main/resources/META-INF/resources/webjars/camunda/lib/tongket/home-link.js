/** The way back from the engine's web applications to our own pages, in their header beside the user's name. */
const context = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

const addLink = () => {
  const menu = document.querySelector('[cam-widget-header] .app-menu > ul');
  if (menu && !menu.querySelector('.tongket-home')) {
    const item = document.createElement('li');
    item.className = 'tongket-home';
    const link = document.createElement('a');
    link.href = `${context}/`;
    link.textContent = 'Trang chủ';
    item.append(link);
    menu.prepend(item);
  }
};
addLink();
new MutationObserver(addLink).observe(document.body, { childList: true, subtree: true });
