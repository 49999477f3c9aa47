import { pipedrive } from '../lib/detect/sites/pipedrive';
import { siteScript } from './site/script';

export default siteScript(pipedrive);
