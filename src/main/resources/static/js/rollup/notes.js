/** Notes about single figures: saved one by one, never over what somebody else wrote meanwhile. */
import { get, put } from '../report/http.js';

const moment = (time) => `${time.slice(11, 16)} ngày ${time.slice(8, 10)}/${time.slice(5, 7)}/${time.slice(0, 4)}`;

class Note {
  constructor(cell) {
    this.cell = cell;
    this.url = `${cell.closest('[data-api]').dataset.api}/${cell.dataset.note.split('/').map(encodeURIComponent).join('/')}`;
    this.version = Number(cell.dataset.version);
    this.area = cell.querySelector('textarea');
    this.saved = this.area.value;
    this.area.addEventListener('input', () => this.say(this.dirty ? 'Chưa ghi.' : ''));
    cell.querySelector('[data-save]').addEventListener('click', () => this.save());
    cell.querySelector('[data-theirs]').addEventListener('click', () => this.settle(true));
    cell.querySelector('[data-mine]').addEventListener('click', () => this.settle(false));
  }

  get dirty() {
    return this.area.value !== this.saved;
  }

  say(words) {
    this.cell.querySelector('.written').textContent = words;
  }

  async save() {
    const text = this.area.value;
    try {
      const { body, version } = await put(this.url, { text }, this.version);
      this.version = version;
      this.saved = text;
      this.say(`${body.editedBy}, ${moment(body.editedAt)}`);
    } catch (failure) {
      if (failure.status === 412) {
        await this.showTheirs();
      } else {
        this.say(`Chưa ghi được. ${failure.message || 'Không kết nối được máy chủ.'}`);
      }
    }
  }

  async showTheirs() {
    const { body, version } = await get(this.url);
    this.theirs = { text: body.text, version };
    this.say('Chưa ghi: có bản mới hơn.');
    this.cell.querySelector('.theirs .pre').textContent = body.text || '(đã xóa)';
    this.cell.querySelector('.theirs').hidden = false;
  }

  settle(takeTheirs) {
    this.version = this.theirs.version;
    this.saved = this.theirs.text;
    if (takeTheirs) {
      this.area.value = this.theirs.text;
      this.say('');
    }
    this.cell.querySelector('.theirs').hidden = true;
    if (!takeTheirs) {
      this.save();
    }
  }
}

const notes = [...document.querySelectorAll('[data-note]')].filter((cell) => cell.querySelector('textarea')).map((cell) => new Note(cell));

addEventListener('beforeunload', (event) => {
  if (notes.some((note) => note.dirty)) {
    event.preventDefault();
  }
});
