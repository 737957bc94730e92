// Compiling the consolidated report: one heading at a time, its units' texts on demand, the own text saved as it is typed.
import { fold } from './report/words.js';

const root = document.getElementById('compile');
const api = root.dataset.api;
const writable = root.dataset.writable === 'true';
const reports = `${api.replace('/api/campaigns/', '/reports/').replace(/\/synthesis$/, '')}/`;
const PAUSE = 1200;
const RETRY = 10000;

const token = () => document.querySelector('meta[name=csrf-token]').content;
const clock = () => new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

const ask = async (path, options = {}) => {
  const answer = await fetch(`${api}/${path}`, { credentials: 'same-origin', cache: 'no-store', ...options });
  const body = await answer.json().catch(() => ({}));
  return { ok: answer.ok, status: answer.status, body, tag: answer.headers.get('ETag') };
};

/** One heading: its text, its version on the server, and whether it still has to be written. */
class Heading {
  constructor(article) {
    this.article = article;
    this.code = article.dataset.section;
    this.tag = `"v${article.dataset.version}"`;
    this.area = article.querySelector('textarea');
    this.link = root.querySelector(`[data-open="${CSS.escape(this.code)}"]`);
    this.dirty = false;
    this.saving = false;
    this.stuck = false;
    this.area.addEventListener('input', () => this.changed());
    article.querySelector('[data-theirs]').addEventListener('click', () => this.settle(true));
    article.querySelector('[data-mine]').addEventListener('click', () => this.settle(false));
    article.querySelector('.unit-search').addEventListener('input', (event) => this.search(event.target.value));
    this.mark();
  }

  get path() {
    return encodeURIComponent(this.code);
  }

  say(text) {
    this.article.querySelector('.saved').textContent = text;
  }

  mark() {
    const done = this.area.value.trim() !== '';
    this.link.classList.toggle('done', done);
    this.link.querySelector('.visually-hidden').textContent = done ? ' (đã có nội dung)' : ' (chưa có nội dung)';
    this.article.querySelector('.length').textContent = `${[...this.area.value].length.toLocaleString('vi-VN')} ký tự`;
    count();
  }

  changed() {
    this.dirty = true;
    this.say('Chưa ghi…');
    this.mark();
    this.later(PAUSE);
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  async save() {
    if (!this.dirty || this.saving || this.stuck) {
      return;
    }
    this.saving = true;
    this.dirty = false;
    this.say('Đang ghi…');
    try {
      this.saved(await this.put());
    } catch {
      this.failed('Không kết nối được máy chủ; sẽ tự ghi lại.', true);
    } finally {
      this.saving = false;
    }
    if (this.dirty && !this.stuck) {
      this.later(this.retry ? RETRY : PAUSE);
    }
  }

  put() {
    return ask(this.path, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': token(), 'If-Match': this.tag },
      body: JSON.stringify({ text: this.area.value })
    });
  }

  saved(answer) {
    this.retry = false;
    this.refused = false;
    if (answer.ok) {
      this.tag = answer.tag;
      this.say(this.dirty ? 'Chưa ghi…' : `Đã ghi lúc ${clock()}.`);
    } else if (answer.status === 412) {
      this.dirty = true;
      this.stuck = true;
      this.say('Chưa ghi: có bản mới hơn.');
      this.showTheirs();
    } else {
      this.failed(`Chưa ghi được. ${answer.body.detail ?? ''}`, answer.status >= 500);
    }
  }

  /** A refusal is not tried again by itself, the next change is; what is not on the server stays marked. */
  failed(text, retry) {
    this.dirty = retry;
    this.retry = retry;
    this.refused = !retry;
    this.say(text);
  }

  async showTheirs() {
    const { body, tag } = await ask(this.path);
    this.theirs = { text: body.text ?? '', tag };
    const box = this.article.querySelector('.conflict');
    box.querySelector('blockquote').textContent = this.theirs.text || '(trống)';
    box.hidden = false;
  }

  settle(takeTheirs) {
    this.tag = this.theirs.tag;
    this.stuck = false;
    this.article.querySelector('.conflict').hidden = true;
    if (takeTheirs) {
      this.area.value = this.theirs.text;
      this.dirty = false;
      this.say('Đã lấy bản trên hệ thống.');
      this.mark();
    } else {
      this.dirty = true;
      this.save();
    }
  }

  async show() {
    for (const other of headings.values()) {
      other.article.hidden = other !== this;
      other.link.toggleAttribute('aria-current', other === this);
    }
    if (!this.loaded) {
      this.loaded = true;
      await this.loadUnits();
    }
  }

  async loadUnits() {
    const place = this.article.querySelector('.unit-texts');
    place.textContent = 'Đang tải…';
    const answer = await ask(`${this.path}/units`).catch(() => ({ ok: false, body: {} }));
    if (!answer.ok) {
      this.loaded = false;
      place.textContent = `Không tải được. ${answer.body.detail ?? 'Hãy mở lại mục này.'}`;
      return;
    }
    this.article.querySelector('.unit-count').textContent = `(${answer.body.length} đơn vị có nội dung)`;
    place.replaceChildren(...answer.body.map((unit) => this.unitText(unit)));
  }

  unitText(unit) {
    const text = document.getElementById('unit-text').content.firstElementChild.cloneNode(true);
    text.dataset.find = fold(`${unit.name} ${unit.unit} ${unit.text}`);
    text.querySelector('strong').textContent = unit.name;
    text.querySelector('.badge').textContent = unit.required ? `Lần gửi ${unit.version}` : `Phối hợp, lần gửi ${unit.version}`;
    text.querySelector('a').href = reports + encodeURIComponent(unit.unit);
    text.querySelector('.pre').textContent = unit.text;
    const copy = text.querySelector('[data-copy]');
    copy.hidden = !writable;
    copy.addEventListener('click', () => this.append(unit.text));
    return text;
  }

  append(text) {
    const before = this.area.value.trimEnd();
    this.area.value = before ? `${before}\n\n${text}` : text;
    this.area.scrollTop = this.area.scrollHeight;
    this.changed();
  }

  search(typed) {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    for (const text of this.article.querySelectorAll('.unit-texts > .row')) {
      text.hidden = !words.every((word) => text.dataset.find.includes(word));
    }
  }
}

const headings = new Map();
const count = () => {
  const required = [...root.querySelectorAll('[data-required=true]')];
  const done = required.filter((link) => link.classList.contains('done')).length;
  document.getElementById('done-count').textContent = `Đã viết ${done}/${required.length} mục bắt buộc.`;
};

for (const article of root.querySelectorAll('[data-section]')) {
  headings.set(article.dataset.section, new Heading(article));
}
root.addEventListener('click', (event) => {
  const link = event.target.closest('[data-open]');
  if (link) {
    event.preventDefault();
    headings.get(link.dataset.open).show();
  }
});
window.addEventListener('beforeunload', (event) => {
  if ([...headings.values()].some((heading) => heading.dirty || heading.saving || heading.refused)) {
    event.preventDefault();
  }
});
[...headings.values()][0]?.show();
