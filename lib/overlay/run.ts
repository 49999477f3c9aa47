import type { Detection } from '../detect/detection';
import { watch } from '../detect/watch';
import type { ChipView } from '../messages';
import { createChip } from './chip';

/** What a script on a page may say to the background, and hear from it. */
export interface Background {
  detected(detection: Detection | null): Promise<ChipView | null>;
  openPanel(): Promise<void>;
  /** Calls back with what the chip shall show; @returns what ends that. */
  onChip(listener: (view: ChipView | null) => void): () => void;
  /** Whether the extension that this script belongs to is still there (not updated or removed). */
  alive(): boolean;
}

/**
 * Connects a page with the background: what is found goes there, what comes back stands on the
 * chip. When the extension is gone, everything ends quietly.
 *
 * @param look reads who is on the page as it is now.
 * @param stop ends it from outside, too (a newer script has taken the page over).
 */
export function runOnPage(
  document: Document,
  look: () => Detection | null,
  background: Background,
  stop: Pick<AbortController, 'signal' | 'abort'>,
): void {
  let turn = 0;

  const ask = async <T>(question: () => Promise<T>): Promise<T | null> => {
    try {
      return await question();
    } catch {
      // A background that failed is asked again with the next change; one that is gone never.
      if (!background.alive()) stop.abort();
      return null;
    }
  };

  const chip = createChip(document, () => ask(background.openPanel));
  const forget = background.onChip((view) => chip.show(view));
  stop.signal.addEventListener('abort', () => {
    chip.remove();
    if (background.alive()) forget();
  });

  watch(
    document,
    look,
    async (detection) => {
      turn += 1;
      const mine = turn;
      if (detection === null) chip.show(null);
      const view = await ask(() => background.detected(detection));
      // An answer that a newer detection has overtaken is about somebody who isn't on the page.
      if (mine === turn && !stop.signal.aborted) chip.show(detection === null ? null : view);
    },
    stop.signal,
  );
}
