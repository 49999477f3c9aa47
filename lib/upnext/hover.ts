import { type ShownEvent, textsOf } from './grid';

/** An event that the pointer or the focus rests on. */
export type HoveredEvent = Pick<ShownEvent, 'id' | 'texts'>;

/** How long the pointer rests on an event that is meant (ms); passing over is shorter. */
const restMs = 80;

/** How a page marks the events of its grid. */
export interface EventMark {
  /** Finds an event around whatever the pointer is on. */
  selector: string;
  /** Holds its id, the same that its details have. */
  attribute: string;
}

/**
 * Tells of the event that the pointer or the focus rests on, once as long as it is there. Two
 * listeners for the whole page; moving over it costs a look at the ancestors of what is entered.
 *
 * @param signal ends it
 */
export function watchHover(
  document: Document,
  { selector, attribute }: EventMark,
  report: (event: HoveredEvent) => void,
  signal: AbortSignal,
): void {
  let last: string | null | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const enter = ({ target }: Event) => {
    const chip = (target as Element).closest?.(selector);
    const id = chip?.getAttribute(attribute);
    if (id === last) return;
    last = id;
    clearTimeout(timer);
    if (!chip || !id || id.length > 500) return;
    timer = setTimeout(() => report({ id, texts: textsOf(chip) }), restMs);
  };
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, enter, { passive: true, signal });
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
}
