import { get, Offline, proof, Refusal, remove } from './http.js';
import { count, element } from './words.js';

const PARTS = { signed_scan: 'Bản chụp báo cáo đã ký', other: 'Tài liệu kèm theo' };
const KINDS = { 'application/pdf': 'PDF', 'image/png': 'Ảnh PNG', 'image/jpeg': 'Ảnh JPEG' };

const megabytes = (bytes) =>
  bytes < 1_048_576 ? `${count(Math.max(1, Math.round(bytes / 1024)))} KB` : `${(bytes / 1_048_576).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;

/** The report's attachments as the server has them; tells of changes. */
export class Files extends EventTarget {
  constructor(data) {
    super();
    this.url = `${data.api}/attachments`;
    this.limit = data.files.maxFile;
    this.list = [];
  }

  get names() {
    return this.list.map(({ name }) => name);
  }

  addressOf(name) {
    const file = this.list.find((one) => one.name === name);
    return file ? `${this.url}/${file.id}` : null;
  }

  async refresh() {
    this.#set((await get(this.url)).body);
  }

  async remove(id) {
    this.#set((await remove(`${this.url}/${id}`)).body);
  }

  /** Sends one file and answers how it is kept; `progress` is told how much is on its way, from 0 to 1. */
  async add(file, part, progress = () => {}) {
    if (file.size > this.limit) {
      throw new Refusal(413, { detail: `Tệp nặng ${megabytes(file.size)}; mỗi tệp tối đa ${megabytes(this.limit)}.` });
    }
    const added = await upload(this.url, file, part, progress);
    await this.refresh();
    return added;
  }

  #set(list) {
    this.list = list;
    this.dispatchEvent(new Event('change'));
  }
}

// fetch tells nothing of what is on its way.
const upload = (url, file, part, progress) =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', `${url}?${new URLSearchParams({ part })}`);
    request.responseType = 'json';
    Object.entries({ Accept: 'application/json', ...proof() }).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new Offline()));
    request.addEventListener('load', () =>
      request.status === 201 ? resolve(request.response) : reject(new Refusal(request.status, request.response ?? {}))
    );
    request.send(form);
  });

/** What to say of a file that was not taken. */
export const sayWhy = (problem) => {
  if (problem instanceof Offline) {
    return 'Mất kết nối khi đang tải lên; hãy thử lại.';
  }
  if (problem instanceof Refusal) {
    return problem.message;
  }
  throw problem;
};

/** The tab of attachments: list, upload by choosing or dropping, one file after another. */
class FilePanel {
  #queue = Promise.resolve();

  constructor(panel, files, writable) {
    this.panel = panel;
    this.files = files;
    this.writable = writable;
    this.table = panel.querySelector('table');
    this.uploading = panel.querySelector('.uploading');
    files.addEventListener('change', () => this.#draw());
    if (writable) {
      this.#listen();
    }
  }

  #listen() {
    const input = this.panel.querySelector('#file-input');
    input.addEventListener('change', () => {
      this.#take([...input.files]);
      input.value = '';
    });
    const box = this.panel.querySelector('.upload');
    const over = (on) => (event) => {
      event.preventDefault();
      box.classList.toggle('over', on);
    };
    box.addEventListener('dragover', over(true));
    box.addEventListener('dragleave', over(false));
    box.addEventListener('drop', (event) => {
      over(false)(event);
      this.#take([...event.dataTransfer.files]);
    });
  }

  #take(files) {
    const part = this.panel.querySelector('#file-part').value;
    files.forEach((file) => {
      const bar = element('progress', { max: 1, value: 0, 'aria-label': `Đang tải ${file.name}` });
      const line = element('li', {}, element('span', {}, file.name), ' ', bar);
      this.uploading.append(line);
      this.#queue = this.#queue.then(() => this.#send(file, part, line, bar));
    });
  }

  async #send(file, part, line, bar) {
    try {
      await this.files.add(file, part, (share) => (bar.value = share));
      line.remove();
    } catch (problem) {
      line.classList.add('bad');
      bar.replaceWith(
        element('strong', { role: 'alert' }, sayWhy(problem)),
        ' ',
        element('button', { type: 'button', class: 'quiet', onclick: () => line.remove() }, 'Bỏ qua')
      );
    }
  }

  #draw() {
    const { list } = this.files;
    document.getElementById('files-count').textContent = list.length > 0 ? `(${list.length})` : '';
    const titles = ['TT', 'Tên tệp', 'Loại', 'Dung lượng', 'Mã kiểm tra (SHA-256)', 'Người tải lên', ...(this.writable ? [''] : [])];
    this.table.replaceChildren(
      element('thead', {}, element('tr', {}, ...titles.map((title) => element('th', { scope: 'col' }, title)))),
      element('tbody', {}, ...list.map((file, index) => this.#row(file, index)))
    );
    if (list.length === 0) {
      this.table.tBodies[0].append(element('tr', {}, element('td', { colspan: titles.length, class: 'muted' }, 'Chưa có tệp nào.')));
    }
  }

  #row(file, index) {
    const at = `${file.addedAt.slice(11, 16)} ngày ${file.addedAt.slice(0, 10).split('-').reverse().join('/')}`;
    const kept = file.version === null ? null : element('span', { class: 'muted signed' }, `Đã ký cùng lần gửi ${file.version}`);
    return element(
      'tr',
      {},
      element('td', { class: 'number' }, String(index + 1)),
      element('td', {}, element('a', { href: `${this.files.url}/${file.id}`, download: file.name }, file.name), kept),
      element('td', {}, PARTS[file.part], element('span', { class: 'muted signed' }, KINDS[file.mediaType])),
      element('td', { class: 'number' }, megabytes(file.size)),
      element('td', {}, element('code', { title: file.sha256 }, `${file.sha256.slice(0, 16)}…`)),
      element('td', {}, file.addedBy, element('span', { class: 'muted signed' }, at)),
      this.writable ? element('td', {}, this.#removal(file)) : null
    );
  }

  #removal(file) {
    const button = element('button', { type: 'button', class: 'remove', 'aria-label': `Bỏ tệp ${file.name}` }, 'Bỏ');
    button.addEventListener('click', async () => {
      const words = file.version === null ? `Xóa tệp “${file.name}”?` : `Bỏ tệp “${file.name}” khỏi lần gửi tới? Lần gửi ${file.version} vẫn giữ tệp này.`;
      if (!window.confirm(words)) {
        return;
      }
      try {
        await this.files.remove(file.id);
      } catch (problem) {
        button.after(element('span', { class: 'fault', role: 'alert' }, sayWhy(problem)));
      }
    });
    return button;
  }
}

/** The attachments, also for the cells of list forms that name one. */
export const startAttachments = (data) => {
  const files = new Files(data);
  new FilePanel(document.getElementById('panel-files'), files, data.writable);
  const refresh = () => files.refresh().catch((problem) => sayWhy(problem));
  window.addEventListener('online', refresh);
  refresh();
  return files;
};
