import { z } from 'zod';
import { hostMatches } from './site';

/** A page that should name somebody and doesn't: which of our selectors found nothing on it. */
export const unreadSchema = z.object({
  site: z.string().max(40),
  missing: z.array(z.string().max(300)).max(20),
});
export type Unread = z.infer<typeof unreadSchema>;

/** With the pattern of the page's address: all that a report holds. */
export const unreadPageSchema = unreadSchema.extend({ address: z.string().max(300) });
export type UnreadPage = z.infer<typeof unreadPageSchema>;

/** Words of the sites' own addresses; whatever else stands there is somebody's. */
const WORDS = new Set(
  `account accounts calendar company companies contact contacts crm deal deals event eventedit
  in inbox item lead leads lightning mail main.aspx odoo opportunity organization people person
  potentials r record sales tab u view web`.split(/\s+/),
);

/**
 * Writes an address as a pattern: words of the site's own are kept, everything else (workspace, ids,
 * names) is a star. A host that is a company's own isn't named.
 *
 * @param hosts patterns of hosts that the extension knows by itself
 */
export function patternOf(url: URL, hosts: readonly string[]): string {
  const host = hosts.find((one) => hostMatches(url.hostname, one)) ?? '(own host)';
  const path = url.pathname
    .split('/')
    .map((part) => (part === '' || WORDS.has(part.toLowerCase()) ? part : '*'));
  return `${host}${path.join('/')}`.slice(0, 300);
}
