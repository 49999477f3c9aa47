import { outlook } from '../lib/detect/sites/outlook';
import { tellHovered } from './site/hover';
import { siteScript } from './site/script';

/** Tiles of events in Outlook's grid (relied on by extensions). */
const tile = { selector: '[data-calitemid]', attribute: 'data-calitemid' };

export default siteScript(outlook, false, (signal) => tellHovered(tile, signal));
