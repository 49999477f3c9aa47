import { dynamics } from '../lib/detect/sites/dynamics';
import { siteScript } from './site/script';

export default siteScript(dynamics);
