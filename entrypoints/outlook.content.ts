import { outlook } from '../lib/detect/sites/outlook';
import { siteScript } from './site/script';

export default siteScript(outlook);
