import '../../../lib/tongket/vietnamese.js';

/** Cockpit: Vietnamese where vi.json has the label, English otherwise; the campaign panel and our log-out. */
export default {
  app: { name: 'Theo dõi', vendor: 'Tổng kết' },
  locales: { availableLocales: ['vi', 'en'], fallbackLocale: 'en' },
  customScripts: ['../../lib/tongket/session', '../../lib/tongket/phrases', 'scripts/campaign-panel'],
  disableWelcomeMessage: true
};
