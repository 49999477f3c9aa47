/**
 * The script for sites that the rep switched on, as the build names it. The background registers it
 * with `chrome.scripting.registerContentScripts` for each origin that was granted.
 */
export const anySiteScript = 'content-scripts/crm.js';
