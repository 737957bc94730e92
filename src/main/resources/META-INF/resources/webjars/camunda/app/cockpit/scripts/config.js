import '../../../lib/tongket/vietnamese.js';
import { primeLabels } from '../../../lib/tongket/labels.js';

await primeLabels('cockpit');

/** Cockpit: Vietnamese where vi.json has the label, English otherwise; the campaign panel and our log-out. */
export default {
  app: { name: 'Theo dõi', vendor: 'Tổng kết –' },
  dateFormat: { abbr: 'DD/MM/YYYY HH:mm', normal: 'DD/MM/YYYY HH:mm', long: 'DD/MM/YYYY HH:mm:ss', short: 'DD/MM/YYYY' },
  locales: { availableLocales: ['vi', 'en'], fallbackLocale: 'en' },
  customScripts: ['../../lib/tongket/session', '../../lib/tongket/phrases', '../../lib/tongket/home-link', 'scripts/campaign-panel'],
  disableWelcomeMessage: true
};
