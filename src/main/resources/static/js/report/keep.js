/** What was typed and is not yet confirmed by the server, kept in this browser for this person and report. */
export class Keep {
  constructor(api, user) {
    this.prefix = `tongket:${user}:${api}:`;
  }

  put(part, value) {
    try {
      localStorage.setItem(this.prefix + part, JSON.stringify(value));
    } catch {
      // A full or forbidden storage leaves what is on the page.
    }
  }

  take(part) {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + part));
    } catch {
      return null;
    }
  }

  drop(part) {
    try {
      localStorage.removeItem(this.prefix + part);
    } catch {
      // As above.
    }
  }
}
