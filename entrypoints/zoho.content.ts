import { zoho } from '../lib/detect/sites/zoho';
import { siteScript } from './site/script';

export default siteScript(zoho);
