import { googleCalendar } from '../../lib/detect/sites/google-calendar';
import { CHIP } from '../../lib/upnext/grid';
import { watchGrid } from '../../lib/upnext/watch';
import { tellHovered } from '../site/hover';
import { siteScript } from '../site/script';
import { send } from '../site/wire';

export default siteScript(googleCalendar, true, (signal) => {
  // A background that is gone hears of it when the page is loaded anew.
  watchGrid(document, (events) => void send('gridSeen', events).catch(() => undefined), signal);
  tellHovered({ selector: CHIP, attribute: 'data-eventid' }, signal);
});
