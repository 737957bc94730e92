/**
 * Makes a browser of any language speak Vietnamese to the web application that imports this module first:
 * the labels follow `navigator.languages`, the date fields of the forms follow `Intl.DateTimeFormat('default')`.
 */
const LANGUAGE = 'vi-VN';

Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [LANGUAGE] });
Object.defineProperty(navigator, 'language', { configurable: true, get: () => LANGUAGE });

const vietnamese = (locales) => (locales === undefined || locales === 'default' ? LANGUAGE : locales);
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (format, [locales, ...options]) => new format(vietnamese(locales), ...options),
  apply: (format, self, [locales, ...options]) => format(vietnamese(locales), ...options)
});

document.documentElement.lang = 'vi';
