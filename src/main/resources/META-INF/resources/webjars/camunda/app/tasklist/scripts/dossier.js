/** The page of our own that may belong to a task: /tasks/{id} redirects to it, or answers 204 or 404. */
const base = document.querySelector('base');
const context = base.getAttribute('app-root').replace(/\/camunda$/, '');

export const dossierOf = (taskId) => `${context}/tasks/${encodeURIComponent(taskId)}`;

/** Asks without following the redirect, so that the page itself is drawn only once. */
export const hasDossier = async (taskId) => {
  const answer = await fetch(dossierOf(taskId), { credentials: 'same-origin', redirect: 'manual' });
  return answer.type === 'opaqueredirect' || (answer.ok && answer.status !== 204);
};

export const DOSSIER_TAB = 'Hồ sơ';
export const FORM_TAB = 'Biểu mẫu';

export const tabNamed = (label) =>
  [...document.querySelectorAll('.task-details .nav-tabs a')].find((tab) => tab.textContent.trim() === label);

export const element = (tag, className, text = '') => {
  const created = document.createElement(tag);
  created.className = className;
  created.textContent = text;
  return created;
};
