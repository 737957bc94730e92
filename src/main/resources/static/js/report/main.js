import { startAttachments } from './attachments.js';
import { startCarried } from './carried.js';
import { Cells } from './cells.js';
import { startClosing } from './close.js';
import { startConnection } from './connection.js';
import { startEarlier } from './earlier.js';
import { Explanations } from './explain.js';
import { Faults } from './faults.js';
import { AppendixGrid } from './grid.js';
import { Keep } from './keep.js';
import { startLists } from './lists.js';
import { startNotes } from './note.js';
import { FaultPanel } from './panel.js';
import { startPresence } from './presence.js';
import { startProgress } from './progress.js';
import { Returns, startReturns } from './returns.js';
import { startSections } from './sections.js';
import { startTabs } from './tabs.js';

const data = JSON.parse(document.getElementById('report-data').textContent);

/** How a part is saved that is shown in several places at once. */
const sharedStatus = (selector) => {
  const status = document.createElement('span');
  new MutationObserver(() =>
    document.querySelectorAll(selector).forEach((line) => {
      line.textContent = status.textContent;
      line.className = status.className;
    })
  ).observe(status, { childList: true, attributes: true });
  return status;
};

startConnection();
const context = { api: data.api, keep: new Keep(data.api, data.user), saved: () => faults.refresh() };
// One state for all appendices: they are saved together.
const cells = new Cells(data, { ...context, status: sharedStatus('.grid-tools .saving') });
const returns = new Returns(data, { ...context, status: sharedStatus('.answer .saving') });
cells.ask(returns);
const faults = new Faults(data, cells, returns, data.api);
const explanations = new Explanations(cells, { ...context, status: sharedStatus('.explain .saving') });
const sections = startSections(data, context);
// The issuer's own office has figures alone.
const files = data.office ? null : startAttachments(data);
const lists = startLists(data, { ...context, files });
if (!data.office) {
  startEarlier(data, sections);
}
startReturns(returns);
startProgress(data, faults);
startCarried(data, cells);
startNotes(data, cells, explanations, returns);
new FaultPanel(data, faults, explanations);
faults.refresh(0);
if (data.writable) {
  startPresence(data, cells, data.api);
}

const grids = new Map();
const gridOf = (code) => {
  const appendix = data.appendices.find((one) => one.code === code);
  if (appendix && !grids.has(code)) {
    grids.set(code, new AppendixGrid(document.getElementById(`panel-${code}`), appendix, cells));
  }
  return grids.get(code);
};

const openTab = startTabs((name) => {
  if (name === 'text') {
    sections.show();
  }
  gridOf(name);
});

/** A place in the report: a tab, a heading, a cell `PL01.LD/2008` or a row's cell `LF01/2/ngay`. */
const goTo = (place) => {
  const [code, row, key] = place.split('/');
  if (code === 'returns') {
    const asked = document.getElementById(place);
    asked?.scrollIntoView({ block: 'center' });
    asked?.querySelector('textarea')?.focus({ preventScroll: true });
    return;
  }
  const appendix = data.appendices.find((one) => one.rows.some((line) => line.code === code));
  if (appendix) {
    openTab(appendix.code);
    gridOf(appendix.code).goTo(code, Number(row) || appendix.years[0].year);
  } else if (openTab(code)) {
    if (row) {
      lists.get(code)?.goTo(Number(row), key);
    }
  } else if (code) {
    openTab('text');
    const heading = document.getElementById(code);
    heading?.scrollIntoView({ block: 'start' });
    heading?.querySelector('textarea')?.focus({ preventScroll: true });
  }
};

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link) {
    event.preventDefault();
    const place = decodeURIComponent(link.hash.slice(1));
    window.history.replaceState(null, '', link.hash);
    goTo(place);
  }
});
document.addEventListener('moved', ({ detail }) => detail && goTo(`${detail.code}/${detail.year}`));
document.addEventListener('session-ended', () => {
  const note = document.getElementById('session');
  note.textContent = 'Phiên làm việc đã hết. Hãy đăng nhập lại ở một thẻ khác; nội dung chưa lưu vẫn giữ ở máy này.';
  note.hidden = false;
});
window.addEventListener('resize', () => sections.show());
const followAddress = () => window.location.hash && goTo(decodeURIComponent(window.location.hash.slice(1)));
window.addEventListener('hashchange', followAddress);
if (data.office) {
  openTab(data.appendices[0].code);
  startClosing(cells);
}
followAddress();
