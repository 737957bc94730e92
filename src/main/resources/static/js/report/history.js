/** Steps that can be taken back and taken again; a step is a batch of `{code, year, before, after}`. */
export class History {
  #past = [];
  #future = [];

  add(batch) {
    this.#past.push(batch);
    this.#future = [];
  }

  /** The last step, from now on to be taken again; undefined when there is none. */
  back() {
    return move(this.#past, this.#future);
  }

  /** The step taken back last. */
  forth() {
    return move(this.#future, this.#past);
  }

  get canGoBack() {
    return this.#past.length > 0;
  }

  get canGoForth() {
    return this.#future.length > 0;
  }
}

const move = (from, to) => {
  const batch = from.pop();
  if (batch) {
    to.push(batch);
  }
  return batch;
};
