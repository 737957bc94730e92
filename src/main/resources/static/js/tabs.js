// Turns the sections of [data-tabs] into tabs; without scripts they simply follow one another. The address keeps the tab,
// or a place in one.

// By its id: a long page runs this before the browser has found its target.
const named = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    // No place of ours is written so.
    return '';
  }
};
const target = document.getElementById(named());

for (const group of document.querySelectorAll('[data-tabs]')) {
  const panels = [...group.children].filter((child) => child.dataset.tab);
  const bar = document.createElement('div');
  bar.className = 'tabs';
  bar.setAttribute('role', 'tablist');
  const tabs = panels.map((panel, index) => {
    panel.id ||= `tab-${index + 1}`;
    panel.setAttribute('role', 'tabpanel');
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.textContent = panel.dataset.tab;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', panel.id);
    bar.append(tab);
    return tab;
  });
  const show = (chosen) =>
    panels.forEach((panel, index) => {
      panel.hidden = index !== chosen;
      tabs[index].setAttribute('aria-selected', index === chosen);
      tabs[index].tabIndex = index === chosen ? 0 : -1;
    });
  const open = (index) => {
    show(index);
    history.replaceState(null, '', `#${panels[index].id}`);
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => open(index));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const next = (index + step + tabs.length) % tabs.length;
        open(next);
        tabs[next].focus();
      }
    });
  });
  group.prepend(bar);
  show(Math.max(0, panels.findIndex((panel) => `#${panel.id}` === location.hash || panel.contains(target))));
}

if (target && !target.dataset.tab) {
  const find = () => target.scrollIntoView({ block: 'center', inline: 'center' });
  find();
  // Once more when everything has its size.
  window.addEventListener('load', find, { once: true });
}
