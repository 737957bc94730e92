import { DOSSIER_TAB, element, hasDossier, tabNamed } from './dossier.js';

/** What to do in a task, above its tabs: the help text of its model, and the way to its own page if it has one. */
const base = document.querySelector('base');
const engine = window.location.pathname.match(/\/app\/tasklist\/([^/]+)/)?.[1] ?? 'default';

const shownTask = () => new URLSearchParams(window.location.hash.split('?')[1] ?? '').get('task');

const fetchTask = async (taskId) => {
  const url = `${base.getAttribute('engine-api')}engine/${engine}/task/${encodeURIComponent(taskId)}`;
  const answer = await fetch(url, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : {};
};

const fill = async (guidance, taskId) => {
  const [task, dossier] = await Promise.all([fetchTask(taskId), hasDossier(taskId)]);
  if (task.description) {
    guidance.append(element('p', '', task.description));
  }
  if (dossier) {
    const open = element('button', 'btn btn-default btn-sm', 'Mở hồ sơ của việc này');
    open.type = 'button';
    open.addEventListener('click', () => tabNamed(DOSSIER_TAB)?.click());
    guidance.append(open);
  }
  guidance.hidden = guidance.childElementCount === 0;
  window.dispatchEvent(new Event('resize'));
};

const guide = () => {
  const taskId = shownTask();
  const tabs = document.querySelector('.task-details .tabbed-content');
  const present = document.querySelector('.tongket-guidance');
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
