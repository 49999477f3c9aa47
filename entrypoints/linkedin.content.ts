import { linkedin } from '../lib/detect/sites/linkedin';
import { siteScript } from './site/script';

export default siteScript(linkedin);
