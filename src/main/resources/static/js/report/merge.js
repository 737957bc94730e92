/**
 * Joins what two people made of the same rows since `base`: edits of different fields and rows that either added. Null
 * when both changed one field, or when rows went away beneath the other's edits; then somebody has to choose.
 */
export const merge = (base, mine, theirs) => {
  if (same(mine, base) || same(mine, theirs)) {
    return theirs;
  }
  if (same(theirs, base)) {
    return mine;
  }
  if (mine.length < base.length || theirs.length < base.length) {
    return null;
  }
  const rows = base.map((row, index) => fields(row, mine[index], theirs[index]));
  const added = theirs.slice(base.length);
  const own = mine.slice(base.length).filter((row) => !added.some((other) => same(row, other)));
  return rows.includes(null) ? null : [...rows, ...added, ...own];
};

const fields = (base, mine, theirs) => {
  const keys = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])];
  const clash = keys.some((key) => !same(mine[key], base[key]) && !same(theirs[key], base[key]) && !same(mine[key], theirs[key]));
  return clash
    ? null
    : Object.fromEntries(
        keys.map((key) => [key, same(mine[key], base[key]) ? theirs[key] : mine[key]]).filter(([, value]) => value !== undefined)
      );
};

const same = (one, other) => canonical(one) === canonical(other);

// Rows come from the server with their keys in another order than they are typed in, and numbers as numbers.
const canonical = (value) => {
  if (Array.isArray(value)) {
    return JSON.stringify(value.map(canonical));
  }
  if (value !== null && typeof value === 'object') {
    return JSON.stringify(Object.keys(value).sort().map((key) => [key, canonical(value[key])]));
  }
  return value === undefined || value === null ? '' : String(value);
};
