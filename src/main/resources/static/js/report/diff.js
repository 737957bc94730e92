/** What two sequences have in common: the longest common subsequence as pairs of indices. */

/** Beyond so many comparisons the middle part is taken as wholly different, which is true enough of long texts. */
const MOST = 4_000_000;

export const common = (one, other) => {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) {
    start += 1;
  }
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) {
    end += 1;
  }
  const pairs = Array.from({ length: start }, (_, at) => [at, at]);
  pairs.push(...middle(one.slice(start, one.length - end), other.slice(start, other.length - end)).map(([a, b]) => [a + start, b + start]));
  for (let back = end; back > 0; back -= 1) {
    pairs.push([one.length - back, other.length - back]);
  }
  return pairs;
};

const middle = (one, other) => {
  if (one.length * other.length > MOST) {
    return [];
  }
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      lengths[a * width + b] =
        one[a] === other[b] ? lengths[(a + 1) * width + b + 1] + 1 : Math.max(lengths[(a + 1) * width + b], lengths[a * width + b + 1]);
    }
  }
  const pairs = [];
  let a = 0;
  let b = 0;
  while (a < one.length && b < other.length) {
    if (one[a] === other[b]) {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    } else if (lengths[(a + 1) * width + b] >= lengths[a * width + b + 1]) {
      a += 1;
    } else {
      b += 1;
    }
  }
  return pairs;
};

const words = (text) => text.match(/\s+|[^\s]+/g) ?? [];

/** A text in pieces, `{text, own}`: `own` is what the other one lacks. */
export const marked = (text, other) => {
  const tokens = words(text);
  const shared = new Set(common(tokens, words(other)).map(([at]) => at));
  const pieces = [];
  tokens.forEach((token, at) => {
    const own = !shared.has(at);
    // A blank between two words of one's own belongs to them.
    const joins = /^\s+$/.test(token) && pieces.at(-1)?.own === true && !shared.has(at + 1) && at + 1 < tokens.length;
    if (pieces.length > 0 && (pieces.at(-1).own === own || joins)) {
      pieces.at(-1).text += token;
    } else {
      pieces.push({ text: token, own });
    }
  });
  return pieces;
};

/** Every line of both texts, those in common once: theirs before mine where they differ. */
export const united = (mine, theirs) => {
  const own = mine.split('\n');
  const others = theirs.split('\n');
  const lines = [];
  let a = 0;
  let b = 0;
  [...common(own, others), [own.length, others.length]].forEach(([atOwn, atOther]) => {
    lines.push(...others.slice(b, atOther), ...own.slice(a, atOwn), ...own.slice(atOwn, atOwn + 1));
    a = atOwn + 1;
    b = atOther + 1;
  });
  return lines.join('\n').trim();
};
