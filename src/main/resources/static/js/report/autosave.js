import { Offline, Refusal } from './http.js';

/** Saves one part a while after the last change, tries again when the line is down, and says how it stands. */
const RETRY_AFTER = 5000;
const all = new Set();

const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit' });

export class Autosave {
  #timer;
  #running = false;
  #again = false;

  /**
   * `send` saves what there is, and throws Offline or Refusal; what it answers, if anything, is shown in place of
   * "saved".
   */
  constructor({ delay, send, status, refused = () => {} }) {
    this.delay = delay;
    this.send = send;
    this.status = status;
    this.refused = refused;
    this.pending = false;
    all.add(this);
  }

  /** Something changed. */
  touch() {
    this.pending = true;
    this.#schedule(this.delay);
  }

  /** Saves now what was changed. */
  async flush() {
    clearTimeout(this.#timer);
    if (!this.pending) {
      return;
    }
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    this.pending = false;
    this.#show('Đang lưu…');
    try {
      const remark = await this.send();
      this.#show(remark ?? `Đã lưu lúc ${clock.format(new Date())}`, remark ? 'bad' : 'good');
    } catch (problem) {
      this.#failed(problem);
    } finally {
      this.#running = false;
    }
    if (this.#again) {
      this.#again = false;
      await this.flush();
    }
  }

  #failed(problem) {
    if (problem instanceof Offline) {
      this.pending = true;
      this.#show('Mất kết nối, sẽ lưu lại. Nội dung vẫn giữ ở máy này.', 'bad');
      this.#schedule(RETRY_AFTER);
    } else if (problem instanceof Refusal) {
      this.#show(problem.message, 'bad');
      this.refused(problem);
      if (problem.status === 401) {
        document.dispatchEvent(new CustomEvent('session-ended'));
      }
    } else {
      throw problem;
    }
  }

  #schedule(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), delay);
  }

  #show(words, tone = '') {
    this.status.textContent = words;
    this.status.className = `saving ${tone}`;
  }
}

const flushAll = () => all.forEach((part) => part.flush());
window.addEventListener('online', flushAll);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    flushAll();
  }
});
