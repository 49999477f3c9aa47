import freeMail from 'email-providers/common.json';
import { getDomain, getDomainWithoutSuffix } from 'tldts-icann';

const freeMailDomains = new Set<string>(freeMail);

/** Hosts of rooms, groups, imported calendars and conference systems: nobody sits behind them. */
const hostsOfThings =
  /(^|\.)(resource\.calendar\.google\.com|group\.calendar\.google\.com|group\.v\.calendar\.google\.com|import\.calendar\.google\.com|calendar\.google\.com|zoom\.us|webex\.com|gotomeeting\.com|bluejeans\.com|whereby\.com|fireflies\.ai|otter\.ai|read\.ai|calendly\.com|chorus\.ai|gong\.io|reply\.github\.com)$/;

/** Local parts that stand for a machine, a desk or everybody. */
const namesOfThings =
  /^(no-?reply|do-?not-?reply|noreply.*|mailer-daemon|postmaster|bounces?|notifications?|calendar(-notification)?|invites?|bookings?|meetings?|conf(erence)?(-?room)?|room([-.]?\d.*)?|meetingroom.*|all(-?(staff|hands|company))?|everyone|team|unsubscribe)([+.-].*)?$/;

/** @returns the domain of an address in lower case; null where it is no address. */
export function domainOf(email: string): string | null {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  return at > 0 && domain.includes('.') ? domain : null;
}

/** @returns whether an address is a room, a group, a robot or a desk rather than a person. */
export function isThing(email: string): boolean {
  const domain = domainOf(email);
  if (domain === null) return true;
  const local = email.slice(0, email.lastIndexOf('@')).toLowerCase();
  return hostsOfThings.test(domain) || namesOfThings.test(local);
}

/** @returns whether a domain is one of, or lies under one of, the given domains. */
export function isUnder(domain: string, domains: string[]): boolean {
  return domains.some((own) => own !== '' && (domain === own || domain.endsWith(`.${own}`)));
}

/**
 * @returns the company that an address suggests ("Rentokil" of `@uk.rentokil.com`); undefined for
 * free mail. The registrable part of a domain comes from the public suffix list.
 */
export function companyOf(email: string): string | undefined {
  const domain = domainOf(email);
  if (domain === null) return undefined;
  const registered = getDomain(domain) ?? domain;
  if (freeMailDomains.has(domain) || freeMailDomains.has(registered)) return undefined;
  const name = getDomainWithoutSuffix(domain) ?? registered.split('.')[0] ?? '';
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
