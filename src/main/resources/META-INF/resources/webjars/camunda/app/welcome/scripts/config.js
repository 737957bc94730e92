import '../../../lib/tongket/vietnamese.js';
import { primeLabels } from '../../../lib/tongket/labels.js';

await primeLabels('welcome');

/** Welcome: the user's own profile, in Vietnamese for every browser. */
export default {
  app: { name: 'Trang cá nhân', vendor: 'Tổng kết –' },
  locales: { availableLocales: ['vi'], fallbackLocale: 'vi' },
  customScripts: ['../../lib/tongket/session', '../../lib/tongket/phrases'],
  disableWelcomeMessage: true,
  links: []
};
