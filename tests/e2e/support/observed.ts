import { lookWith } from '../../../lib/detect/look';
import { sites } from '../../../lib/detect/registry';
import { siteOf } from '../../../lib/detect/site';
import { touches } from '../../../lib/detect/touches';
import { attributeFilter } from '../../../lib/detect/watch';

/** A change of a page that can be taken back. */
interface Change {
  what: string;
  make(): void;
  undo(): void;
}

/** What a page can do to one of its elements that is seen on the screen, one change at a time. */
function changesOn(element: Element): Change[] {
  const what = (element.cloneNode() as Element).outerHTML;
  const [parent, next] = [element.parentNode, element.nextSibling];
  const attribute = (name: string, value: string): Change => {
    const before = element.getAttribute(name);
    return {
      what: `${name} of ${what}`,
      make: () => element.setAttribute(name, value),
      undo: () =>
        before === null ? element.removeAttribute(name) : element.setAttribute(name, before),
    };
  };
  const [text] = [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
  const words = text?.textContent ?? '';
  const say = (now: string) => {
    if (text) text.textContent = now;
  };
  return [
    {
      what: `removing ${what}`,
      make: () => element.remove(),
      undo: () => void parent?.insertBefore(element, next),
    },
    attribute('hidden', ''),
    attribute('style', 'display:none'),
    ...['href', 'data-email', 'data-eventid']
      .filter((name) => element.hasAttribute(name))
      .map((name) => attribute(name, 'mailto:other@one.example')),
    ...(words.trim() === ''
      ? []
      : [
          { what: `the text of ${what}`, make: () => say('Somebody Else'), undo: () => say(words) },
        ]),
  ];
}

/** Changes of this page that change what is read from it, and those of them that nobody hears of. */
export interface Observed {
  mattered: number;
  unheard: string[];
}

/** Makes each change that is possible to the page, as it would be read at `address`. */
function observed(address: string): Observed {
  const url = new URL(address);
  const site = siteOf(sites, url);
  if (!site) throw new Error(`no site at ${address}`);
  const look = () => JSON.stringify(lookWith(site, document, url));
  const observer = new MutationObserver(() => undefined);
  const all = { subtree: true, childList: true, characterData: true, attributeFilter };
  observer.observe(document.documentElement, all);
  const before = look();
  const found: Observed = { mattered: 0, unheard: [] };
  for (const element of [...document.querySelectorAll('html *')].slice(0, 300))
    for (const change of changesOn(element)) {
      change.make();
      const matters = look() !== before;
      change.undo();
      observer.takeRecords();
      if (!matters) continue;
      change.make();
      if (!touches(observer.takeRecords(), `title, ${site.reads}`)) found.unheard.push(change.what);
      found.mattered += 1;
      change.undo();
    }
  observer.disconnect();
  return found;
}

Object.assign(globalThis, { observed });
