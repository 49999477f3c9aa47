import { odoo } from '../lib/detect/sites/odoo';
import { siteScript } from './site/script';

export default siteScript(odoo);
