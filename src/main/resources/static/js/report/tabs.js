/** The page's tabs: click, arrow keys, Home and End; the chosen one stands in the address. */
export const startTabs = (shown) => {
  const tabs = [...document.querySelectorAll('[role=tab]')];
  const panelOf = (tab) => document.getElementById(tab.getAttribute('aria-controls'));

  const open = (tab, focus = false) => {
    tabs.forEach((other) => {
      const chosen = other === tab;
      other.setAttribute('aria-selected', String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      panelOf(other).hidden = !chosen;
    });
    if (focus) {
      tab.focus();
    }
    tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    shown(tab.id.slice('tab-'.length));
  };

  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => {
      open(tab);
      window.history.replaceState(null, '', `#${tab.id.slice('tab-'.length)}`);
    });
    tab.addEventListener('keydown', (event) => {
      const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (next !== undefined) {
        event.preventDefault();
        open(tabs[(next + tabs.length) % tabs.length], true);
      }
    });
  });
  return (name) => {
    const tab = tabs.find(({ id }) => id === `tab-${name}`);
    if (tab && tab.getAttribute('aria-selected') !== 'true') {
      open(tab);
    }
    return Boolean(tab);
  };
};
