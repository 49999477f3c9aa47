import type { ChipView } from '../messages';

const MOMENTUM = { improving: '↗', steady: '→', declining: '↘' } as const;

const STYLE = `
:host { all: initial; }
.chip {
  position: fixed; right: 76px; bottom: 16px; z-index: 2147483647; display: flex; max-width: 320px;
  overflow: hidden; border: 1px solid #8886; border-radius: 8px; background: #fff; color: #18181b;
  box-shadow: 0 2px 8px #0003; font: 13px/18px system-ui; white-space: nowrap;
}
button { border: 0; padding: 6px 8px; background: none; color: inherit; font: inherit; cursor: pointer; }
button:hover { background: #8883; }
button:focus-visible { outline: 2px solid #3b82f6; outline-offset: -2px; }
.open { display: flex; gap: 6px; min-width: 0; padding-left: 12px; }
.name { overflow: hidden; text-overflow: ellipsis; }
.score { font-weight: 600; }
@media (prefers-color-scheme: dark) { .chip { background: #18181b; color: #fafafa; } }
@media print { .chip { display: none; } }
`;

/** The chip on the page: who it is about and how the deal stands, and a way to open the panel. */
export interface Chip {
  /** Shows a view, or nothing for null. A chip that was closed stays closed for the same person. */
  show(view: ChipView | null): void;
  remove(): void;
}

/**
 * Makes the chip; it stands on the page only while it has something to show. It lives in a closed
 * shadow root, so that the page's scripts and styles don't reach it, and holds text only.
 *
 * @param open is called when the rep clicks it.
 */
export function createChip(document: Document, open: () => void): Chip {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const part = (tag: 'div' | 'span' | 'button', name: string, parent: ParentNode) => {
    const element = document.createElement(tag);
    element.className = name;
    parent.append(element);
    return element;
  };
  addStyle(document, root);
  const box = part('div', 'chip', root);
  const opener = part('button', 'open', box);
  const name = part('span', 'name', opener);
  const score = part('span', 'score', opener);
  const label = part('span', 'label', opener);
  const momentum = part('span', 'momentum', opener);
  const closer = part('button', 'close', box);
  closer.textContent = '×';
  closer.setAttribute('aria-label', 'Hide SalesMemory here');
  let shown: string | null = null;
  let dismissed: string | null = null;

  const dismiss = () => {
    dismissed = shown;
    host.remove();
  };
  opener.addEventListener('click', open);
  closer.addEventListener('click', dismiss);
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dismiss();
    // The page's own shortcuts must not act upon keys that are meant for the chip.
    event.stopPropagation();
  });
  // A press outside closes the calendar's popover: the page must not hear of presses in here.
  for (const press of ['pointerdown', 'mousedown', 'touchstart', 'click'])
    host.addEventListener(press, (event) => event.stopPropagation(), { passive: true });

  return {
    show(view) {
      shown = view?.name ?? null;
      if (view === null || shown === dismissed) {
        host.remove();
        return;
      }
      dismissed = null;
      name.textContent = view.name;
      score.textContent = view.score === null ? '' : String(view.score);
      label.textContent = view.label ?? '';
      momentum.textContent = view.momentum === null ? '' : MOMENTUM[view.momentum];
      opener.setAttribute('aria-label', spoken(view));
      if (!host.isConnected) document.documentElement.append(host);
    },
    remove: () => host.remove(),
  };
}

function spoken({ name, score, label, momentum }: ChipView): string {
  const facts = [name, score, label, momentum].filter((fact) => fact !== null);
  return `SalesMemory: ${facts.join(', ')}. Open the brief`;
}

/** A constructed sheet isn't inline style, so no page's content security policy forbids it. */
function addStyle(document: Document, root: ShadowRoot): void {
  const Sheet = (document.defaultView as Window & typeof globalThis).CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
}
