import { Autosave } from './autosave.js';
import { choose } from './conflict.js';
import { united } from './diff.js';
import { get, put } from './http.js';
import { pasteAsLines } from './rich.js';
import { clean, count, length } from './words.js';

/** The text under one heading: grows, counts, saves itself. */
class SectionEditor {
  #base;
  #asking = false;

  constructor(place, section, { api, keep, saved }, counted) {
    this.place = place;
    this.section = section;
    this.url = `${api}/sections/${encodeURIComponent(section.code)}`;
    this.keep = keep;
    this.saved = saved;
    this.counted = counted;
    this.part = `section:${section.code}`;
    this.version = section.version;
    this.area = place.querySelector('textarea');
    this.#base = clean(this.area.value);
    this.autosave = new Autosave({
      delay: 1000,
      status: place.querySelector('.saving'),
      send: () => this.#send()
    });
    this.area.addEventListener('input', () => this.#changed());
    this.area.addEventListener('blur', () => this.autosave.flush());
    pasteAsLines(this.area);
    this.#restore();
    this.show();
  }

  /** Puts a text behind what there is. */
  append(text) {
    const own = this.area.value.trimEnd();
    this.area.value = own === '' ? text : `${own}\n\n${text}`;
    this.#changed();
    this.area.focus();
    this.area.setSelectionRange(this.area.value.length, this.area.value.length);
  }

  get length() {
    return length(this.area.value);
  }

  /** Height, counter and mark in the outline. */
  show() {
    this.area.style.height = 'auto';
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
    showCount(this.place, this.section, this.length);
  }

  #changed() {
    this.show();
    this.counted();
    this.#keep();
    this.autosave.touch();
  }

  /** With the text it grew from, to tell later whether somebody else has changed that. */
  #keep() {
    this.keep.put(this.part, { text: this.area.value, version: this.version, base: this.#base });
  }

  /** What this browser kept of an unconfirmed text; an older base shows up as a conflict when it is saved. */
  #restore() {
    const kept = this.keep.take(this.part);
    if (kept && clean(kept.text) !== this.#base) {
      this.area.value = kept.text;
      this.version = kept.version;
      this.#base = kept.base;
      this.autosave.touch();
    } else {
      this.keep.drop(this.part);
    }
  }

  async #send() {
    if (this.#asking) {
      return 'Chưa lưu: hãy chọn một trong hai bản.';
    }
    const text = this.area.value;
    try {
      const answer = await put(this.url, { text }, this.version);
      this.#confirmed(answer, text);
    } catch (refusal) {
      if (refusal.status !== 412) {
        throw refusal;
      }
      return this.#stale(text);
    }
    return undefined;
  }

  #confirmed({ body, version }, sent) {
    this.version = version;
    this.#base = body.text;
    if (this.area.value === sent) {
      this.keep.drop(this.part);
    } else {
      this.#keep();
    }
    this.saved();
  }

  async #stale(text) {
    const { body, version } = await get(this.url);
    if (body.text === clean(text)) {
      this.#confirmed({ body, version }, text);
      return undefined;
    }
    if (body.text === this.#base) {
      this.#confirmed(await put(this.url, { text }, version), text);
      return undefined;
    }
    this.#ask(body.text, version);
    return 'Chưa lưu: hãy chọn một trong hai bản.';
  }

  async #ask(theirs, version) {
    this.#asking = true;
    const choice = await choose(this.place.querySelector('.conflict'), this.area.value, theirs, 'Mục này vừa được người khác sửa.');
    this.#asking = false;
    this.version = version;
    this.#base = theirs;
    if (choice !== 'mine') {
      this.area.value = choice === 'theirs' ? theirs : united(clean(this.area.value), theirs);
    }
    this.#changed();
    this.area.focus();
    this.autosave.flush();
  }
}

const state = ({ required, min, max }, size) => {
  if (size === 0) {
    return required ? 'open' : 'free';
  }
  return size < min || (max > 0 && size > max) ? 'open' : 'done';
};

const LABELS = { done: 'đã đủ', open: 'chưa đủ', free: 'không bắt buộc' };

const showCount = (place, section, size) => {
  const now = state(section, size);
  const counter = place.querySelector('.count');
  const limits = section.max > 0 ? `/${count(section.min)}–${count(section.max)}` : '';
  counter.textContent = `${count(size)}${limits} ký tự`;
  counter.classList.toggle('over', section.max > 0 && size > section.max);
  const link = document.querySelector(`[data-outline="${CSS.escape(section.code)}"]`);
  link.dataset.state = now;
  link.title = LABELS[now];
};

/** The whole report's length against the limit for its tier, which warns only. */
const showTotal = (limit, size) => {
  const line = document.getElementById('total');
  if (!limit) {
    return;
  }
  const pages = Math.ceil(size / limit.perPage);
  const over = size > limit.chars;
  line.textContent = `Toàn báo cáo: ${count(size)}/${count(limit.chars)} ký tự, khoảng ${count(pages)} trang A4.${over ? ' Dài hơn mức quy định; vẫn trình ký được.' : ''}`;
  line.classList.toggle('over', over);
  line.hidden = false;
};

/** Takes over all headings on the page. */
export const startSections = (data, context) => {
  const editors = new Map();
  const read = [];
  const counted = () => showTotal(data.length, [...editors.values(), ...read].reduce((sum, one) => sum + one.length, 0));
  data.sections.forEach((section) => {
    const place = document.querySelector(`[data-section="${CSS.escape(section.code)}"]`);
    if (data.writable) {
      editors.set(section.code, new SectionEditor(place, section, context, counted));
    } else {
      const size = Number(place.querySelector('.words').dataset.length);
      read.push({ length: size });
      showCount(place, section, size);
    }
  });
  counted();
  return { show: () => editors.forEach((editor) => editor.show()), editor: (code) => editors.get(code) };
};
