import { common } from './diff.js';

/**
 * Joins what two people made of the same rows since `base`: edits of different fields, rows that either added or took
 * away. Where both changed one field, or one took away what the other changed, somebody has to choose: `choices` holds
 * "mine", "theirs" or "both" by the row's place in `base`.
 *
 * Answers `{rows, clashes, from}`: clashes without a choice as `{at, mine, theirs}` (null: taken away), and by row the
 * one of mine that it came from.
 */
export const merge = (base, mine, theirs, choices = new Map()) => {
  const own = follow(base, mine);
  const other = follow(base, theirs);
  const result = { rows: [], clashes: [], from: new Map() };
  const put = (row, origin) => {
    const copy = { ...row };
    result.rows.push(copy);
    if (origin) {
      result.from.set(copy, origin);
    }
  };

  base.forEach((row, at) => {
    const left = own.rows[at];
    const right = other.rows[at];
    const joined = join(row, left, right);
    if (joined === CLASH) {
      const choice = choices.get(at);
      if (choice === undefined) {
        result.clashes.push({ at, mine: left, theirs: right });
      }
      if (left && choice !== 'theirs') {
        put(left, left);
      }
      if (right && (choice === 'theirs' || choice === 'both')) {
        put(right, null);
      }
    } else if (joined !== null) {
      put(joined, left);
    }
  });
  other.added.forEach((row) => put(row, own.added.find((one) => same(one, row))));
  own.added.filter((row) => !other.added.some((one) => same(one, row))).forEach((row) => put(row, row));
  return result;
};

const CLASH = Symbol('clash');

/** The row of both; null when it went away. */
const join = (base, mine, theirs) => {
  if (mine === null || theirs === null) {
    const left = mine ?? theirs;
    return left === null || same(left, base) ? null : CLASH;
  }
  const keys = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])];
  const clash = keys.some((key) => !same(mine[key], base[key]) && !same(theirs[key], base[key]) && !same(mine[key], theirs[key]));
  return clash
    ? CLASH
    : Object.fromEntries(
        keys.map((key) => [key, same(mine[key], base[key]) ? theirs[key] : mine[key]]).filter(([, value]) => value !== undefined)
      );
};

/** What became of each row of `base`, null when it went away, and what was added. Rows have no names: they are known by what they say. */
const follow = (base, now) => {
  const rows = base.map(() => null);
  const added = [];
  let b = 0;
  let n = 0;
  const gap = (toBase, toNow) => {
    const old = base.slice(b, toBase).map((_, index) => b + index);
    const fresh = now.slice(n, toNow);
    pair(base, old, fresh).forEach((at, index) => (at === null ? added.push(fresh[index]) : (rows[at] = fresh[index])));
  };
  [...common(base.map(canonical), now.map(canonical)), [base.length, now.length]].forEach(([atBase, atNow]) => {
    gap(atBase, atNow);
    if (atBase < base.length) {
      rows[atBase] = now[atNow];
    }
    b = atBase + 1;
    n = atNow + 1;
  });
  return { rows, added };
};

/** For each fresh row the old one that it was, or null: by place when none came or went, else by what they share. */
const pair = (base, old, fresh) => {
  if (old.length === fresh.length) {
    return old;
  }
  const free = new Set(old);
  return fresh.map((row) => {
    const best = [...free].map((at) => [at, shared(base[at], row)]).sort(([, one], [, other]) => other - one)[0];
    if (!best || best[1] === 0) {
      return null;
    }
    free.delete(best[0]);
    return best[0];
  });
};

const shared = (one, other) => Object.keys(one).filter((key) => same(one[key], other[key])).length;

const same = (one, other) => canonical(one) === canonical(other);

// Rows come from the server with their keys in another order than they are typed in, and numbers as numbers.
const canonical = (value) => {
  if (value !== null && typeof value === 'object') {
    return JSON.stringify(
      Object.keys(value)
        .sort()
        .map((key) => [key, canonical(value[key])])
        .filter(([, text]) => text !== '')
    );
  }
  return value === undefined || value === null ? '' : String(value);
};
