import { crm } from '../../lib/detect/sites/crm';
import { odooElsewhere } from '../../lib/detect/sites/odoo';
import { anySiteScript } from '../site/script';

export default anySiteScript([odooElsewhere, crm]);
