import { type Outcome, outcomes } from '../interaction';

/** What other systems call the end of a call, the most telling first. */
const words: [RegExp, Outcome][] = [
  [
    /no.?answer|voice ?mail|left (a |live )?message|busy|wrong number|no.?show|not reached/,
    'no_answer',
  ],
  [/not interested|negative|reject|declined/, 'negative'],
  [/objection/, 'objection'],
  [/\bpilot\b|\btrial\b/, 'pilot'],
  [/\bdemo/, 'demo'],
  [/proposal|quote/, 'proposal'],
  [/\bwon\b/, 'won'],
  [/\blost\b/, 'lost'],
  [/call ?back|follow|reschedul/, 'follow_up'],
  [/interested|positive/, 'positive'],
  [/neutral/, 'neutral'],
];

/** Ends that say nothing about how it went. */
const plain = /^(none|connected|completed|complete|held|scheduled|done|answered|n\/a|-)?$/;

/**
 * @returns which of our outcomes a cell means; null where it says something that we have no word
 * for, and that must not be dropped.
 */
export function readOutcome(cell: string): Outcome | null {
  const text = cell.trim().toLowerCase();
  const own = outcomes.find((outcome) => outcome === text.replaceAll(' ', '_'));
  if (own) return own;
  if (plain.test(text)) return 'none';
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
