import { agoWords, exactWords } from './dates';
import { useNow } from './Now';

/** A date as people say it, the exact one on hover. `at` is ISO 8601. */
export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactWords(at)}>
      {agoWords(at, useNow())}
    </time>
  );
}
