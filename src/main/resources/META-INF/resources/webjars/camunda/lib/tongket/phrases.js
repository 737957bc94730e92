/**
 * Translates the few texts that the web applications and the forms hold in their code instead of in the
 * locale files. Only whole text nodes inside the named areas are touched, never what a user has written.
 */
const AREAS = [
  '.page-notifications',
  '.navigation',
  '.app-switch',
  '.navbar-brand',
  '.fjs-container',
  '.flatpickr-calendar',
  '.datepicker',
  '.uib-datepicker',
  '.uib-daypicker',
  '.uib-monthpicker',
  '.uib-yearpicker'
].join();
const USER_TEXT = 'textarea, [contenteditable]';

const EXACT = new Map([
  ['Tasklist', 'Công việc'],
  ['Cockpit', 'Theo dõi'],
  ['Admin', 'Quản trị'],
  ['Welcome', 'Trang cá nhân'],
  ['Field is required.', 'Mục này bắt buộc phải điền.'],
  ['Field must be a valid email address.', 'Địa chỉ thư điện tử không hợp lệ.'],
  ['Field must be a valid international phone number. (e.g. +4930664040900)', 'Số điện thoại không hợp lệ.'],
  ['Date is required.', 'Chưa chọn ngày.'],
  ['Time is required.', 'Chưa chọn giờ.'],
  ['Date and time are required.', 'Chưa chọn ngày và giờ.'],
  ['dd/mm/yyyy', 'ngày/tháng/năm'],
  ['hh:mm', 'giờ:phút'],
  ['--:--', 'giờ:phút'],
  ['Select', 'Chọn'],
  ['Search', 'Tìm'],
  ['No results', 'Không có kết quả'],
  ['Add new', 'Thêm dòng'],
  ['Remove', 'Bỏ dòng'],
  ['Expand all', 'Mở tất cả'],
  ['Collapse', 'Thu gọn'],
  ['Nothing to show.', 'Chưa có nội dung.'],
  ['Checked', 'Có'],
  ['Unchecked', 'Không'],
  ['Submit', 'Gửi'],
  ['Reset', 'Nhập lại'],
  ['Month', 'Tháng'],
  ['Year', 'Năm'],
  ['Hour', 'Giờ'],
  ['Minute', 'Phút'],
  ['Increment', 'Tăng'],
  ['Decrement', 'Giảm'],
  ['zoom in', 'Phóng to'],
  ['zoom out', 'Thu nhỏ'],
  ['reset zoom', 'Về cỡ ban đầu']
]);

const WEEKDAYS = { Sun: 'CN', Mon: 'T2', Tue: 'T3', Wed: 'T4', Thu: 'T5', Fri: 'T6', Sat: 'T7' };
Object.entries(WEEKDAYS).forEach(([english, vietnamese]) => EXACT.set(english, vietnamese));

const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');
const monthName = (_, name, year) => `Tháng ${MONTH_NAMES.indexOf(name) + 1}${year ? ` năm ${year}` : ''}`;

// A refusal of ours arrives wrapped in the engine's English sentences: only our own sentence is for the user.
const PATTERNS = [
  [/^[\s\S]*is already claimed by someone else[\s\S]*$/, 'Việc này đã có người khác nhận.'],
  [/^[\s\S]*The user with id '[^']*' does not have [\s\S]*$/, 'Bạn không có quyền thực hiện thao tác này.'],
  [/^[\s\S]*(?:Cannot find task with id|task is null)[\s\S]*$/, 'Công việc này không còn nữa. Hãy tải lại trang.'],
  [/^Cannot (?:submit task form|complete task) [\s\S]*?Message: '(?:[\s\S]*?(?:TaskListener|Cause): )?([\s\S]*)'\.?$/, '$1'],
  [/^Cannot (?:submit task form|complete task) \S+: ([\s\S]*)$/, '$1'],
  [new RegExp(`^(${MONTH_NAMES.join('|')})(?: (\\d{4}))?$`), monthName],
  [/^Field must have minimum value of (.+)\.$/, 'Giá trị nhỏ nhất là $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Giá trị lớn nhất là $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Phải có ít nhất $1 ký tự.'],
  [/^Field must have maximum length of (.+)\.$/, 'Không được quá $1 ký tự.'],
  [/^Field must match pattern .*\.$/, 'Nội dung không đúng mẫu.'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, 'Giá trị gần nhất hợp lệ là $1 và $2.'],
  [/^Please select a valid value.*$/, 'Giá trị không hợp lệ.'],
  [/^Remove list item (\d+)$/, 'Bỏ dòng $1'],
  [/^Expand all \((\d+)\)$/, 'Mở tất cả ($1)']
];

const ATTRIBUTES = ['placeholder', 'aria-label', 'title'];

const translate = (text) => {
  const source = text.trim();
  if (EXACT.has(source)) {
    return EXACT.get(source);
  }
  const rule = PATTERNS.find(([pattern]) => pattern.test(source));
  return rule ? source.replace(rule[0], rule[1]) : null;
};

const translateText = (node) => {
  const parent = node.parentElement;
  if (!parent || !parent.closest(AREAS) || parent.closest(USER_TEXT)) {
    return;
  }
  const translated = translate(node.data);
  if (translated !== null) {
    node.data = translated;
  }
};

const translateAttributes = (element) => {
  for (const name of ATTRIBUTES) {
    const translated = element.hasAttribute(name) && element.closest(AREAS) ? translate(element.getAttribute(name)) : null;
    if (translated !== null) {
      element.setAttribute(name, translated);
    }
  }
};

const translateTree = (root) => {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
  } else if (root.nodeType === Node.ELEMENT_NODE) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      translateText(texts.currentNode);
    }
    [root, ...root.querySelectorAll('[placeholder], [aria-label], [title]')].forEach(translateAttributes);
  }
};

new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === 'childList') {
      change.addedNodes.forEach(translateTree);
    } else {
      translateTree(change.target);
    }
  }
}).observe(document.body, {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES
});
translateTree(document.body);

// The calendar of the date fields keeps one language for the whole page; it is there once a form was loaded.
const MONTHS = Array.from({ length: 12 }, (_, month) => `Tháng ${month + 1}`);
const localizeCalendar = () => {
  window.flatpickr?.localize({
    weekdays: {
      shorthand: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
      longhand: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy']
    },
    months: { shorthand: MONTHS, longhand: MONTHS },
    firstDayOfWeek: 1,
    rangeSeparator: ' đến ',
    time_24hr: true
  });
};
localizeCalendar();
