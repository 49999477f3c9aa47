import { googleCalendar } from '../../lib/detect/sites/google-calendar';
import { siteScript } from '../site/script';

export default siteScript(googleCalendar, true);
