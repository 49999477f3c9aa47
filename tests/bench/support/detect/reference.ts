/**
 * What a first version of such a script looks like, as small as it can be: one list of strategies
 * for all sites, each tried on every mutation of the page, the first that gives somebody wins. It is
 * here to be compared with, and nothing else uses it.
 */

export interface Found {
  name: string | null;
  email: string | null;
}

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
// biome-ignore lint/performance/useDomNodeTextContent: its price is what is measured
const textOf = (element: HTMLElement | null) => element?.innerText.trim();
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

const strategies: (() => Found[])[] = [
  () =>
    all('[data-email]').map((row) => ({
      name: textOf(row) ?? null,
      email: row.dataset.email ?? null,
    })),
  () =>
    all('[data-hovercard-id*="@"]').map((row) => ({
      name: textOf(row) ?? null,
      email: row.dataset.hovercardId ?? null,
    })),
  () =>
    all('a[href^="mailto:"]').map((link) => ({
      name: textOf(document.querySelector('h1')) ?? textOf(link) ?? null,
      email: link.getAttribute('href')?.slice(7) ?? null,
    })),
  () => (textOf(document.body)?.match(address) ?? []).map((email) => ({ name: null, email })),
  () =>
    all('h1, [role="heading"]').map((heading) => ({ name: textOf(heading) ?? null, email: null })),
];

export function reference(): Found[] {
  for (const strategy of strategies) {
    const found = strategy().filter(({ name, email }) => name || email);
    if (found.length > 0) return found;
  }
  return [];
}

/** Reports on each change, as soon as it happens. */
export function watchPlainly(report: (found: Found[]) => void): void {
  let last = '';
  const look = () => {
    const found = reference();
    const said = JSON.stringify(found);
    if (said !== last) report(found);
    last = said;
  };
  new MutationObserver(look).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  look();
}
