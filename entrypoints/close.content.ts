import { close } from '../lib/detect/sites/close';
import { siteScript } from './site/script';

export default siteScript(close);
