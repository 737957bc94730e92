import { DOSSIER_TAB, FORM_TAB, dossierOf, element, hasDossier, tabNamed } from './dossier.js';

/** The tab "Hồ sơ" of a task: its own page, in a frame of the same origin that fills the pane. */
const LEAST_HEIGHT = 420;
let askedFor = false;

document.addEventListener(
  'click',
  (event) => {
    askedFor = event.isTrusted && tabNamed(DOSSIER_TAB)?.contains(event.target);
  },
  true
);

const note = (text) => element('p', 'tongket-note', text);

const fit = () => {
  const frame = document.querySelector('.tongket-dossier-frame');
  const pane = frame?.closest('.content');
  if (pane) {
    const above = frame.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    frame.style.height = `${Math.max(LEAST_HEIGHT, pane.clientHeight - above - 16)}px`;
  }
};
window.addEventListener('resize', fit);

// A session that has ended shows up as the login page inside the frame: it belongs to the whole window.
const leaveFrameForLogin = (frame) => {
  const shown = frame.contentWindow?.location.pathname ?? '';
  if (shown.endsWith('/login')) {
    window.location.assign(shown);
  }
};

const frameFor = (taskId) => {
  const frame = element('iframe', 'tongket-dossier-frame');
  frame.title = 'Hồ sơ của công việc';
  frame.src = dossierOf(taskId);
  frame.addEventListener('load', () => leaveFrameForLogin(frame));
  return frame;
};

const show = async (node, taskId, byHand) => {
  node.replaceChildren(note('Đang mở hồ sơ…'));
  try {
    if (await hasDossier(taskId)) {
      node.replaceChildren(frameFor(taskId));
      requestAnimationFrame(fit);
      return;
    }
    node.replaceChildren(note('Việc này không có trang riêng.'));
    if (!byHand && node.isConnected) {
      tabNamed(FORM_TAB)?.click();
    }
  } catch {
    node.replaceChildren(note('Không mở được hồ sơ. Hãy kiểm tra kết nối rồi tải lại trang.'));
  }
};

export default [
  {
    id: 'tongket-dossier',
    pluginPoint: 'tasklist.task.detail',
    priority: 2000,
    properties: { label: DOSSIER_TAB },
    render: (node, { taskId }) => {
      show(node, taskId, askedFor);
      askedFor = false;
    }
  }
];
