import { agoWords, exactWords } from './dates';
import { useNow } from './Now';

/**
 * A date as people say it, the exact one on hover; in a direction of its own, since in a page from right
 * to left its number would else change sides. `at` is ISO 8601.
 */
export function Ago({ at }: { at: string }) {
  return (
    <time dir="auto" dateTime={at} title={exactWords(at)}>
      {agoWords(at, useNow())}
    </time>
  );
}
