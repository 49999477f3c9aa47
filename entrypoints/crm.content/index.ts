import { crm } from '../../lib/detect/sites/crm';
import { odooElsewhere } from '../../lib/detect/sites/odoo';
import { sharedScript } from '../site/script';

export default sharedScript([odooElsewhere, crm]);
