import type { Detection } from '../detect/detection';
import type { Unread } from '../detect/health';
import { watch } from '../detect/watch';
import type { ChipPlace, ChipView } from '../messages';
import { createChip } from './chip';

/** What a script knows of its page. */
export interface Page {
  /** Reads who is on the page as it is now. */
  look(): Detection | null;
  /** Says what is wrong where nobody was found; null where nobody has to be there. */
  unread(): Unread | null;
  /** Finds what the chip stands after in the page's flow; null: it floats. */
  anchor(): Element | null;
  /** Selects what `look` reads. */
  reads: string;
}

/** What a script on a page may say to the background, and hear from it. */
export interface Background {
  detected(detection: Detection | null): Promise<ChipView | null>;
  unread(problem: Unread | null): Promise<void>;
  openPanel(): Promise<void>;
  chipMoved(place: ChipPlace): Promise<void>;
  /** Calls back with what the chip shall show, and when the rep took the site back; @returns what ends that. */
  onWord(chip: (view: ChipView | null) => void, leave: () => void): () => void;
  /** Whether the extension that this script belongs to is still there (not updated or removed). */
  alive(): boolean;
}

/** How long a page may take until it has to name somebody (ms): what streams in is no failure. */
const PATIENCE_MS = 6000;

/**
 * Connects a page with the background: what is found goes there, what comes back stands on the
 * chip. When the extension is gone, everything ends quietly.
 *
 * @param stop ends it from outside, too (a newer script has taken the page over).
 */
export function runOnPage(
  document: Document,
  page: Page,
  background: Background,
  stop: Pick<AbortController, 'signal' | 'abort'>,
): void {
  const ask = async <T>(question: () => Promise<T>): Promise<T | null> => {
    try {
      return await question();
    } catch {
      // A background that failed is asked again with the next change; one that is gone never.
      if (!background.alive()) stop.abort();
      return null;
    }
  };

  const chip = createChip(document, {
    open: () => void ask(background.openPanel),
    moved: (place) => void ask(() => background.chipMoved(place)),
    anchor: page.anchor,
  });
  const forget = background.onWord(chip.show, () => stop.abort());
  const complain = complaints(document, page.unread, (problem) => {
    void ask(() => background.unread(problem));
  });
  stop.signal.addEventListener('abort', () => {
    chip.remove();
    complain.end();
    if (background.alive()) forget();
  });

  let turn = 0;
  watch(
    document,
    page.look,
    async (detection) => {
      turn += 1;
      const mine = turn;
      if (detection === null) chip.show(null);
      const view = await ask(() => background.detected(detection));
      // An answer that a newer detection has overtaken is about somebody who isn't on the page.
      if (mine === turn && !stop.signal.aborted) chip.show(detection === null ? null : view);
    },
    stop.signal,
    {
      reads: page.reads,
      looked: (found) => {
        chip.keep();
        complain.looked(found);
      },
    },
  );
}

/** Says that a page can't be read once that has been so for a while; takes it back when it can. */
function complaints(
  document: Document,
  unread: Page['unread'],
  tell: (problem: Unread | null) => void,
): { looked(found: Detection | null): void; end(): void } {
  const window = document.defaultView as Window;
  let timer: number | undefined;
  let at = '';
  let told = false;

  const end = () => window.clearTimeout(timer);
  const withdraw = () => {
    if (told) tell(null);
    told = false;
  };
  const due = () => {
    const problem = document.hidden ? null : unread();
    if (problem === null) return withdraw();
    told = true;
    tell(problem);
  };
  return {
    looked(found) {
      const { href } = document.location;
      // What was asked for at this address is under way, or has been said.
      if (found === null && at === href) return;
      end();
      withdraw();
      at = found === null ? href : '';
      if (found === null) timer = window.setTimeout(due, PATIENCE_MS);
    },
    end,
  };
}
