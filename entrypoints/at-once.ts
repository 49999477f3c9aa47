import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { heldNow } from './sidepanel/atOnce';

/**
 * In the head of the panel's page: the session's storage is asked while the panel's own code is still
 * being loaded and run.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { atOnce: heldNow() });
});
