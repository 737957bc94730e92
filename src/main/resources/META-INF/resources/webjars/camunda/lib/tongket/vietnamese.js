import { ZONE } from './vietnam-time.js';

/**
 * Makes a browser of any language speak Vietnamese to the web application that imports this module first:
 * the labels follow `navigator.languages`, the date fields of the forms follow `Intl.DateTimeFormat('default')`.
 */
const LANGUAGE = 'vi-VN';

Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [LANGUAGE] });
Object.defineProperty(navigator, 'language', { configurable: true, get: () => LANGUAGE });

// Two digits each: official dates read 05/09/2017, while the language alone would give 5/9/2017.
const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' };
const vietnamese = (locales) => (locales === undefined || locales === 'default' ? LANGUAGE : locales);
const inVietnam = (options = DAY) => ({ timeZone: ZONE, ...options });
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (format, [locales, options]) => new format(vietnamese(locales), inVietnam(options)),
  apply: (format, self, [locales, options]) => format(vietnamese(locales), inVietnam(options))
});

document.documentElement.lang = 'vi';
