import freeMail from 'email-providers/common.json';
import { getDomain, getDomainWithoutSuffix } from 'tldts-icann';

/** Beside the list, which knows the largest: everybody can have an address there, too. */
const moreFreeMail =
  'bol.com.br duck.com fastmail.com fastmail.fm keemail.me pm.me posteo.de privaterelay.appleid.com rediffmail.com rocketmail.com tuta.com tuta.io tutamail.com tutanota.com tutanota.de ziggo.nl'.split(
    ' ',
  );
const freeMailDomains = new Set<string>([...freeMail, ...moreFreeMail]);

/** Free mail that goes by one name in many countries. */
const freeMailNames = /^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|gmx|aol|yandex)$/;

/** Hosts of rooms, groups, imported calendars and conference systems: nobody sits behind them. */
const hostsOfThings =
  /(^|\.)(resource\.calendar\.google\.com|group\.calendar\.google\.com|group\.v\.calendar\.google\.com|import\.calendar\.google\.com|calendar\.google\.com|zoom\.us|webex\.com|gotomeeting\.com|bluejeans\.com|whereby\.com|fireflies\.ai|otter\.ai|read\.ai|calendly\.com|chorus\.ai|gong\.io|reply\.github\.com)$/;

/** Local parts that stand for a machine, a desk or everybody. */
const namesOfThings =
  /^((.*[._-])?(no|do[._-]?not)[._-]?reply.*|mailer-daemon|postmaster|bounces?|notifications?|calendar(-notification)?|invites?|bookings?|meetings?|conf(erence)?(-?room)?|room([-.]?\d.*)?|meetingroom.*|all(-?(staff|hands|company))?|everyone|team|unsubscribe)([+.-].*)?$/;

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

/**
 * @returns whether a sender's name says that a list or a service wrote for somebody ("Ana Silva via
 * Procurement"): the address is everybody's who is written for.
 */
export function isRelayed(name: string): boolean {
  return /\S\s+\(?via\s+\S/.test(name);
}

/** @returns an address by which one mailbox is the same in each of its spellings. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split(/@(?=[^@]*$)/);
  const bare = local.replace(/(?<=.)\+.*$/, '');
  const isGoogle = domain === 'gmail.com' || domain === 'googlemail.com';
  return isGoogle ? `${bare.replaceAll('.', '')}@gmail.com` : `${bare}@${domain}`;
}

/** @returns a domain in the letters that all domains are sent in ("xn--mller-kva.de" of "müller.de"). */
function sent(domain: string): string {
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
}

/** @returns whether a domain is one of, or lies under one of, the given domains. */
export function isUnder(domain: string, domains: string[]): boolean {
  const asked = `.${sent(domain)}`;
  return domains.some((own) => own !== '' && asked.endsWith(`.${sent(own)}`));
}

/** @returns whether anybody can have an address at a domain; its owner is nobody's company. */
export function isFreeMail(domain: string): boolean {
  const registered = getDomain(domain) ?? domain;
  const name = getDomainWithoutSuffix(domain) ?? '';
  return [domain, registered].some((one) => freeMailDomains.has(one)) || freeMailNames.test(name);
}

/**
 * @returns the company that an address suggests ("Rentokil" of `@uk.rentokil.com`); undefined where
 * none can be told, as of free mail. The registrable part of a domain comes from the public suffix list.
 */
export function companyOf(email: string): string | undefined {
  const domain = domainOf(email);
  if (domain === null) return undefined;
  const name = getDomainWithoutSuffix(domain) ?? domain.split('.')[0] ?? '';
  // What "xn--mller-kva" reads as, nothing here can tell.
  if (isFreeMail(domain) || name.startsWith('xn--')) return undefined;
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
