import { DOSSIER_TAB, FORM_TAB, element, hasDossier, tabNamed } from './dossier.js';

/** What to do in a task, above its tabs: the help text of its model, and the buttons that lead on. */
const base = document.querySelector('base');
const engine = window.location.pathname.match(/\/app\/tasklist\/([^/]+)/)?.[1] ?? 'default';

const shownTask = () => new URLSearchParams(window.location.hash.split('?')[1] ?? '').get('task');

const fetchTask = async (taskId) => {
  const url = `${base.getAttribute('engine-api')}engine/${engine}/task/${encodeURIComponent(taskId)}`;
  const answer = await fetch(url, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : {};
};

const button = (className, label, act) => {
  const created = element('button', `btn btn-default btn-sm ${className}`, label);
  created.type = 'button';
  created.addEventListener('click', act);
  return created;
};

const fill = async (guidance, taskId) => {
  const [task, dossier] = await Promise.all([fetchTask(taskId), hasDossier(taskId)]);
  if (task.description) {
    guidance.append(element('p', '', task.description));
  }
  // Which of them is shown, the style sheet decides: it sees whether the task is claimed and which tab is open.
  guidance.append(
    element('p', 'to-claim', 'Bấm “Nhận việc” trước: biểu mẫu mở ra để điền và hoàn thành.'),
    button('to-claim', 'Nhận việc', () => document.querySelector('.task-details .assignee .claim')?.click()),
    button('to-form', 'Mở biểu mẫu để hoàn thành', () => tabNamed(FORM_TAB)?.click())
  );
  if (dossier) {
    guidance.append(button('to-dossier', 'Mở hồ sơ của việc này', () => tabNamed(DOSSIER_TAB)?.click()));
  }
  guidance.hidden = guidance.childElementCount === 0;
  window.dispatchEvent(new Event('resize'));
};

const guide = () => {
  const taskId = shownTask();
  const tabs = document.querySelector('.task-details .tabbed-content');
  const present = document.querySelector('.tongket-guidance');
  if (present) {
    present.dataset.tab = tabs?.querySelector('.nav-tabs .active a')?.textContent.trim() ?? '';
  }
  if (!taskId || !tabs || present?.dataset.task === taskId) {
    return;
  }
  present?.remove();
  const guidance = element('section', 'tongket-guidance');
  guidance.dataset.task = taskId;
  guidance.hidden = true;
  tabs.before(guidance);
  fill(guidance, taskId).catch((failure) => console.warn(failure));
};

let waiting = false;
const guideSoon = () => {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      guide();
    });
  }
};
new MutationObserver(guideSoon).observe(document.body, { childList: true, subtree: true });
window.addEventListener('hashchange', guideSoon);

// A refusal stays until read; it is done with when its reader tries again or goes on to another tab.
const GOES_ON = '.task-details .nav-tabs a, .task-details .form-actions button, .tongket-guidance button';
document.addEventListener('click', (event) => {
  if (event.isTrusted && event.target instanceof Element && event.target.closest(GOES_ON)) {
    document.querySelectorAll('.page-notifications .close, [notifications-panel] .close').forEach((close) => close.click());
  }
});
