/**
 * Gives the web application that imports this module the clock of Vietnam, in a browser of any zone: a deadline at the
 * end of a day must not be read, or typed, as a time of the day before. Everything in there asks Date for the parts of a
 * local time (moment, the date fields, the pickers), so that is where it is answered. Vietnam is at UTC+7 all year.
 */
export const ZONE = 'Asia/Ho_Chi_Minh';

const BrowserDate = Date;
const AHEAD_MINUTES = 7 * 60;
const AHEAD = AHEAD_MINUTES * 60_000;
const PARTS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
const methods = BrowserDate.prototype;
const define = (name, value) => Object.defineProperty(methods, name, { configurable: true, writable: true, value });

/** The same wall clock, read as UTC. */
const asUtc = (date) => new BrowserDate(date.getTime() + AHEAD);

for (const part of PARTS) {
  define(`get${part}`, function () {
    return asUtc(this)[`getUTC${part}`]();
  });
  if (part !== 'Day') {
    define(`set${part}`, function (...values) {
      const moved = asUtc(this);
      moved[`setUTC${part}`](...values);
      return this.setTime(moved.getTime() - AHEAD);
    });
  }
}
define('getTimezoneOffset', function () {
  return Number.isNaN(this.getTime()) ? NaN : -AHEAD_MINUTES;
});

const INVALID = 'Invalid Date';
const written = (date, format) => (Number.isNaN(date.getTime()) ? INVALID : format(asUtc(date).toUTCString().split(' ')));
// "Sat, 04 Nov 2017 16:59:00 GMT" in its parts.
const dayOf = ([weekday, day, month, year]) => `${weekday.replace(',', '')} ${month} ${day} ${year}`;
const timeOf = (parts) => `${parts[4]} GMT+0700 (UTC+7)`;
define('toString', function () {
  return written(this, (parts) => `${dayOf(parts)} ${timeOf(parts)}`);
});
define('toDateString', function () {
  return written(this, dayOf);
});
define('toTimeString', function () {
  return written(this, timeOf);
});
for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
  const original = methods[name];
  define(name, function (locales, options) {
    return original.call(this, locales, { timeZone: ZONE, ...options });
  });
}

// A day alone is read in UTC, as the language has it; anything else without a zone is a time in Vietnam.
const ISO_DAY = /^\d{4}(-\d\d){0,2}$/;
const ISO_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+$/;
const WITH_ZONE = /(Z|GMT|UTC|[+-]\d\d:?\d\d)(\s*\(.*\))?\s*$/i;
const parse = (text) => {
  const asItStands = BrowserDate.parse(text);
  if (Number.isNaN(asItStands) || ISO_DAY.test(text) || WITH_ZONE.test(text)) {
    return asItStands;
  }
  return BrowserDate.parse(ISO_TIME.test(text) ? `${text}+07:00` : `${text} GMT+0700`);
};

const instantOf = (values) => {
  if (values.length > 1) {
    return BrowserDate.UTC(...values) - AHEAD;
  }
  return typeof values[0] === 'string' ? parse(values[0]) : values[0];
};

globalThis.Date = new Proxy(BrowserDate, {
  construct: (_, values, target) => Reflect.construct(BrowserDate, values.length === 0 ? [] : [instantOf(values)], target),
  apply: () => new BrowserDate().toString(),
  get: (native, name) => (name === 'parse' ? (text) => parse(String(text)) : Reflect.get(native, name))
});
define('constructor', globalThis.Date);
