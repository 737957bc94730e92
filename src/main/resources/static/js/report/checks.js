/** What the server's checks found in the figures, by cell and by rule. */
export class Checks {
  #all = [];
  #byCell = new Map();

  take(findings) {
    this.#all = findings;
    this.#byCell = new Map();
    findings.forEach((finding) =>
      finding.indicators
        .map((code) => `${code}/${finding.year}`)
        .forEach((cell) => this.#byCell.set(cell, [...(this.#byCell.get(cell) ?? []), finding]))
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

  /** Takes over what the server now has of explanations, `[{key, explanation}]`. */
  explained(lines) {
    const said = new Map(lines.map(({ key, explanation }) => [key, explanation]));
    this.#all.filter(({ key }) => said.has(key)).forEach((finding) => {
      const inFigures = saidInFigures(finding);
      finding.explanation = said.get(finding.key);
      finding.written = inFigures ? finding.written : finding.explanation;
    });
  }
}

const rowOf = ({ indicators }) => indicators[0];

/** The cell at which a finding is told. */
export const placeOf = (finding) => `${rowOf(finding)}/${finding.year}`;

/** Explained by a text cell of the appendix, as the rule allows: then there is nothing more to say. */
export const saidInFigures = ({ explanation, written }) => explanation !== null && explanation !== written;

export const isError = ({ severity }) => severity === 'ERROR';

const weight = (finding) => (isError(finding) ? 2 : isOpen(finding) ? 1 : 0);

/** Whether it still keeps the report from being signed: an error, or a warning nobody has explained. */
export const isOpen = (finding) => isError(finding) || !finding.explanation;
