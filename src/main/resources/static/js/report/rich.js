/**
 * What Word, a browser or a mail puts on the clipboard, reduced to lines: paragraphs, `- ` and `+ ` items, `1. ` items.
 * The markup is parsed apart from the page and only its text is taken.
 */

const BLOCKS = new Set(['P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'TR', 'BLOCKQUOTE', 'PRE', 'TABLE', 'UL', 'OL', 'SECTION', 'ARTICLE']);
const SILENT = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'LINK', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'SVG']);
const BULLET = /^[·•●▪§Øo–—\-*◦○■➢✓]$/u;

/** A line with nothing in it but an item's sign, or not even that. */
const SIGN = /^(?:[-+]|\d{1,2}[.)])?$/;

export const linesOf = (html) => {
  const lines = [''];
  // A paragraph inside an item goes on in the item's line.
  const newLine = () => !SIGN.test(lines.at(-1).trim()) && lines.push('');
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += node.data.replace(/[\s\u00a0]+/g, ' ');
    } else if (node.nodeType === Node.ELEMENT_NODE && !SILENT.has(node.tagName.toUpperCase())) {
      enter(node);
    }
  };
  const enter = (node) => {
    if (node.tagName === 'BR') {
      newLine();
      return;
    }
    // What stands in a table's cell stays in the row's line.
    const block = BLOCKS.has(node.tagName) && (node.tagName === 'TR' || !node.closest('tr'));
    if (block) {
      newLine();
      lines[lines.length - 1] = signOf(node) || lines.at(-1);
    }
    if (!isSign(node)) {
      node.childNodes.forEach(walk);
    }
    if (/^T[DH]$/.test(node.tagName) && node.nextElementSibling) {
      lines[lines.length - 1] = `${lines.at(-1).trimEnd()}\t`;
    }
    if (block) {
      newLine();
    }
  };
  walk(new DOMParser().parseFromString(html, 'text/html').body);
  return tidy(lines);
};

/** Plain text with the signs that Word writes for its lists. */
export const plainLines = (text) =>
  tidy(
    text
      .replace(/\r\n?/g, '\n')
      .split('\n')
      .map((line) => line.replace(/^\s*[·•●▪§Ø■➢]\s+/u, '- ').replace(/^\s*[o◦○]\t\s*/u, '+ ').replace(/^\s*(\d{1,2}[.)])\t\s*/, '$1 '))
  );

const tidy = (lines) =>
  lines
    .map((line) => line.replace(/ {2,}/g, ' ').replace(/ ?\t ?/g, '\t').trim())
    .filter((line) => !SIGN.test(line))
    .join('\n');

/** The sign before an item: of a list, or as Word marks its paragraphs. */
const signOf = (node) => {
  if (node.tagName === 'LI') {
    const list = node.parentElement;
    if (list?.tagName === 'OL') {
      const before = [...list.children].filter((item) => item.tagName === 'LI').indexOf(node);
      return `${(Number(list.getAttribute('start')) || 1) + before}. `;
    }
    return depth(node) > 1 ? '+ ' : '- ';
  }
  const sign = [...node.querySelectorAll('[style*="mso-list"]')].find(isSign);
  if (!sign) {
    return '';
  }
  const words = sign.textContent.replace(/[\s\u00a0]+/g, '');
  if (!BULLET.test(words)) {
    return `${words} `;
  }
  return /level[2-9]/.test(node.getAttribute('style') ?? '') ? '+ ' : '- ';
};

const isSign = (node) => /mso-list:\s*Ignore/i.test(node.getAttribute('style') ?? '');

const depth = (node) => {
  let found = 0;
  for (let at = node.parentElement; at; at = at.parentElement) {
    found += /^[UO]L$/.test(at.tagName) ? 1 : 0;
  }
  return found;
};

/** Lets a text field take what is pasted as lines; the browser's own undo goes on working. */
export const pasteAsLines = (area) =>
  area.addEventListener('paste', (event) => {
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    const lines = html ? linesOf(html) : plainLines(text);
    if (lines === '' || (!html && lines === text)) {
      return;
    }
    event.preventDefault();
    if (!document.execCommand('insertText', false, lines)) {
      area.setRangeText(lines, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
