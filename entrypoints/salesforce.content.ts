import { salesforce } from '../lib/detect/sites/salesforce';
import { siteScript } from './site/script';

export default siteScript(salesforce);
