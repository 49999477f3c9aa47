import { gmail } from '../lib/detect/sites/gmail';
import { siteScript } from './site/script';

export default siteScript(gmail);
