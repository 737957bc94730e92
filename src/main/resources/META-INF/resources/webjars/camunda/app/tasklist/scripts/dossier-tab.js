/**
 * The tab "Hồ sơ" of a task: the page of our own that belongs to the task, in a frame of the same origin.
 * The server answers /tasks/{id} with a redirect to the page, or with 204 or 404 when the task has none.
 */
const FORM_TAB = 'task-detail-form';

const pageOf = (taskId) => {
  const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
  return `${root}/tasks/${encodeURIComponent(taskId)}`;
};

const exists = async (url) => {
  const answer = await fetch(url, { credentials: 'same-origin', redirect: 'manual' });
  return answer.type === 'opaqueredirect' || (answer.ok && answer.status !== 204);
};

const note = (text) => {
  const paragraph = document.createElement('p');
  paragraph.className = 'tongket-note';
  paragraph.textContent = text;
  return paragraph;
};

const frameFor = (url) => {
  const frame = document.createElement('iframe');
  frame.className = 'tongket-dossier-frame';
  frame.title = 'Hồ sơ của công việc';
  frame.src = url;
  // A session that has ended shows up as the login page inside the frame: it belongs to the whole window.
  frame.addEventListener('load', () => {
    const shown = frame.contentWindow?.location.pathname ?? '';
    if (shown.endsWith('/login')) {
      window.location.assign(shown);
    }
  });
  return frame;
};

const chosenByHand = () => window.location.hash.includes('detailsTab=');

const openForm = (node) => {
  const tabs = node.closest('.tabbed-content, .task-details, body').querySelectorAll('.nav-tabs li a');
  [...tabs].find((tab) => tab.textContent.trim() === 'Biểu mẫu')?.click();
};

const show = async (node, taskId) => {
  const url = pageOf(taskId);
  node.replaceChildren(note('Đang mở hồ sơ…'));
  try {
    if (await exists(url)) {
      node.replaceChildren(frameFor(url));
      return;
    }
    node.replaceChildren(note('Việc này không có trang riêng.'));
    if (!chosenByHand()) {
      openForm(node);
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
    properties: { label: 'Hồ sơ' },
    render: (node, { taskId }) => {
      node.className = 'tongket-dossier';
      show(node, taskId);
    },
    unmount: () => {}
  }
];
