/** What the server's checks found in the figures, by cell and by rule. A finding's cells are `PL01.LD/2008`. */
export class Checks {
  #all = [];
  #byCell = new Map();

  take(findings) {
    this.#all = findings;
    this.#byCell = new Map();
    findings.forEach((finding) =>
      finding.cells.forEach((cell) => this.#byCell.set(cell, [...(this.#byCell.get(cell) ?? []), finding]))
    );
  }

  /** The findings that a cell has part in, errors first. */
  at(cell) {
    return (this.#byCell.get(cell) ?? []).toSorted((one, other) => weight(other) - weight(one));
  }

  /** Everything found, one entry for each rule and row: `{rule, severity, message, code, findings}` by year. */
  groups() {
    const groups = new Map();
    this.#all.forEach((finding) => {
      const { rule, severity, message } = finding;
      const code = rowOf(finding);
      const group = groups.get(`${rule}/${code}`) ?? { id: `${rule}/${code}`, rule, severity, message, code, findings: [] };
      group.findings.push(finding);
      groups.set(group.id, group);
    });
    return [...groups.values()];
  }

  /** The findings of the same rule and row in all years. */
  alike(finding) {
    return this.#all.filter((other) => other.rule === finding.rule && rowOf(other) === rowOf(finding));
  }

  /** Keeps what was just explained, until the server's next answer. */
  explained(keys, text) {
    this.#all.filter(({ key }) => keys.includes(key)).forEach((finding) => {
      finding.explanation = text || null;
    });
  }
}

const rowOf = ({ cells }) => cells[0].split('/')[0];

const weight = (finding) => (finding.severity === 'error' ? 2 : isOpen(finding) ? 1 : 0);

/** Whether it still keeps the report from being signed: an error, or a warning nobody has explained. */
export const isOpen = ({ severity, explanation }) => severity === 'error' || !explanation;
