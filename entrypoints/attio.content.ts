import { attio } from '../lib/detect/sites/attio';
import { siteScript } from './site/script';

export default siteScript(attio);
