import type { Stretch } from './quotes';

/** A memory's words, those that were quoted or searched for marked. */
export function Stretches({ stretches }: { stretches: readonly Stretch[] }) {
  return stretches.map(({ start, text, quoted }) =>
    quoted ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
  );
}
