import type { ChipPlace, ChipView } from '../messages';

/** How far the pointer goes before a press is a drag, and an arrow key moves the chip (px). */
const DRAG_PX = 4;
const STEP_PX = 16;
/** A page that keeps taking the chip out of its flow gets it floating after this many times. */
const MOST_RETURNS = 5;

const STYLE = `
:host { all: initial; }
.chip {
  position: fixed; right: 76px; bottom: 16px; z-index: 2147483647; display: flex; max-width: 320px;
  overflow: hidden; border: 1px solid #8886; border-radius: 8px; background: Canvas; color: CanvasText;
  box-shadow: 0 2px 8px #0003; font: 13px/18px system-ui; white-space: nowrap; touch-action: none;
  color-scheme: light dark;
}
.chip.flow { position: static; width: fit-content; max-width: 100%; margin: 4px 0; box-shadow: none; }
button { all: unset; padding: 6px 8px; cursor: pointer; }
button:hover { background: #8883; }
button:focus-visible { outline: 2px solid #3b82f6; outline-offset: -2px; }
.open { display: flex; gap: 6px; min-width: 0; padding-left: 12px; }
.name { overflow: hidden; text-overflow: ellipsis; }
.score { font-weight: 600; }
@media print { .chip { display: none; } }
`;

/** The chip on the page: who it is about and how the deal stands, and a way to open the panel. */
export interface Chip {
  /** Shows a view, or nothing for null. A chip that was closed stays closed for the same person. */
  show(view: ChipView | null): void;
  /** Puts the chip back where it belongs, after the page changed. */
  keep(): void;
  remove(): void;
}

/** What the chip asks of who made it. */
export interface ChipActions {
  /** The rep clicked it. */
  open(): void;
  /** The rep put it elsewhere on the screen. */
  moved(place: ChipPlace): void;
  /** What it stands after in the page's flow; null: it floats. */
  anchor(): Element | null;
}

/**
 * Makes the chip; it stands on the page only while it has something to show. It lives in a closed
 * shadow root, so that the page's scripts and styles don't reach it, and holds text only.
 */
export function createChip(document: Document, { open, moved, anchor }: ChipActions): Chip {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const part = <Tag extends 'div' | 'span' | 'button'>(
    tag: Tag,
    name: string,
    parent: ParentNode,
  ) => {
    const element = document.createElement(tag);
    element.className = name;
    parent.append(element);
    return element;
  };
  addStyle(document, root);
  const box = part('div', 'chip', root);
  const opener = part('button', 'open', box);
  const facts = ['name', 'score', 'label'].map((one) => part('span', one, opener));
  const closer = part('button', 'close', box);
  closer.textContent = '×';
  let shown: string | null = null;
  let dismissed: string | null = null;
  let returns = 0;

  const dismiss = () => {
    dismissed = shown;
    host.remove();
  };
  const stand = () => {
    const after = returns > MOST_RETURNS ? null : anchor();
    const there = after === null ? document.documentElement : after.parentNode;
    box.classList.toggle('flow', after !== null);
    if (host.parentNode === there) return;
    if (after === null) document.documentElement.append(host);
    else {
      returns += 1;
      after.after(host);
    }
  };
  const movable = makeMovable(box, document.defaultView as Window, moved);
  opener.addEventListener('click', () => movable.wasDrag() || open());
  closer.addEventListener('click', dismiss);
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dismiss();
    // The page's own shortcuts must not act upon keys that are meant for the chip.
    event.stopPropagation();
  });
  // A press outside closes the calendar's popover: the page must not hear of presses in here.
  for (const press of ['pointerdown', 'mousedown', 'touchstart', 'click'])
    host.addEventListener(press, (event) => event.stopPropagation());

  return {
    show(view) {
      if (view?.name !== shown) returns = 0;
      shown = view?.name ?? null;
      if (view === null || shown === dismissed) {
        host.remove();
        return;
      }
      dismissed = null;
      const { name, score, label } = view;
      const texts = [name, score, label];
      facts.forEach((fact, at) => {
        fact.textContent = String(texts[at] ?? '');
      });
      opener.setAttribute('aria-label', view.spoken ?? name);
      closer.setAttribute('aria-label', view.hide ?? '×');
      if (view.place) movable.to(view.place);
      stand();
    },
    keep: () => {
      if (shown !== null && shown !== dismissed) stand();
    },
    remove: () => host.remove(),
  };
}

/** Lets the rep put the floating chip elsewhere, by the pointer or with the arrow keys. */
function makeMovable(box: HTMLElement, window: Window, moved: (place: ChipPlace) => void) {
  let place: ChipPlace = { right: 76, bottom: 16 };
  let from: (ChipPlace & { x: number; y: number }) | null = null;
  let dragged = false;

  const to = ({ right, bottom }: ChipPlace) => {
    const within = (at: number, room: number) => Math.max(0, Math.min(at, room - 40));
    place = {
      right: within(right, window.innerWidth),
      bottom: within(bottom, window.innerHeight),
    };
    box.style.right = `${place.right}px`;
    box.style.bottom = `${place.bottom}px`;
  };
  const floats = () => !box.classList.contains('flow');
  const drag = ({ clientX, clientY, buttons }: PointerEvent) => {
    if (from === null || buttons === 0) return;
    const [x, y] = [from.x - clientX, from.y - clientY];
    if (!dragged && Math.hypot(x, y) < DRAG_PX) return;
    dragged = true;
    to({ right: from.right + x, bottom: from.bottom + y });
  };
  const drop = () => {
    window.removeEventListener('pointermove', drag, true);
    from = null;
    if (dragged) moved(place);
  };
  box.addEventListener('pointerdown', ({ clientX: x, clientY: y }) => {
    dragged = false;
    if (!floats()) return;
    from = { ...place, x, y };
    // The pointer is faster than the chip and leaves it behind, so the window is asked.
    window.addEventListener('pointermove', drag, true);
    window.addEventListener('pointerup', drop, { capture: true, once: true });
  });
  box.addEventListener('keydown', ({ key }) => {
    const step = ARROWS[key];
    if (!step || !floats()) return;
    to({ right: place.right + step[0], bottom: place.bottom + step[1] });
    moved(place);
  });
  return { to, wasDrag: () => dragged };
}

const ARROWS: Record<string, [right: number, bottom: number]> = {
  ArrowLeft: [STEP_PX, 0],
  ArrowRight: [-STEP_PX, 0],
  ArrowUp: [0, STEP_PX],
  ArrowDown: [0, -STEP_PX],
};

/** A constructed sheet isn't inline style, so no page's content security policy forbids it. */
function addStyle(document: Document, root: ShadowRoot): void {
  const Sheet = (document.defaultView as Window & typeof globalThis).CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
}
