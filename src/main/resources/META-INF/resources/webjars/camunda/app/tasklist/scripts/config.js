import '../../../lib/tongket/vietnamese.js';
import { primeLabels } from '../../../lib/tongket/labels.js';
import './order.js';

await primeLabels('tasklist');

/** Tasklist: Vietnamese for every browser, our tab and our log-out; keyboard shortcuts off, for their help is English. */
export default {
  app: { name: 'Công việc', vendor: 'Tổng kết –' },
  dateFormat: { normal: 'LLL', long: 'LLL' },
  locales: { availableLocales: ['vi'], fallbackLocale: 'vi' },
  customScripts: ['../../lib/tongket/session', '../../lib/tongket/phrases', '../../lib/tongket/home-link', 'scripts/dossier-tab', 'scripts/task-guidance', 'scripts/form-links'],
  disableWelcomeMessage: true,
  shortcuts: {}
};
