import { hubspot } from '../lib/detect/sites/hubspot';
import { siteScript } from './site/script';

export default siteScript(hubspot);
