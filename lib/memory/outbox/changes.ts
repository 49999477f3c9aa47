import { type Interaction, interactionSchema } from '../../interaction';
import type { MemoryError } from '../errors';
import { idsOf, mayBeThere, type OutboxItem } from './item';

/** A change of what waits: pure, or else it can be done twice, and only its last run counts. */
export type Change = (items: OutboxItem[]) => OutboxItem[];

/**
 * Pauses after failures (ms): doubled each time, up to a quarter of an hour; up to a minute where
 * nobody answered, which is no fault of the log, and may be over at any time.
 */
const firstPauseMs = 2_000;
export const longestPauseMs = 15 * 60_000;
const longestUnreachedMs = 60_000;

const patched =
  (ids: ReadonlySet<string>, patch: (item: OutboxItem) => Partial<OutboxItem>): Change =>
  (items) =>
    items.map((item) => (ids.has(item.interaction.id) ? { ...item, ...patch(item) } : item));

/** Whether two logs say the same in every field. */
function isSame(a: Interaction, b: Interaction): boolean {
  const [first, second] = [interactionSchema.parse(a), interactionSchema.parse(b)];
  const fields = Object.keys(interactionSchema.shape) as (keyof Interaction)[];
  return fields.every((field) => first[field] === second[field]);
}

/**
 * Adds a log, in place of its earlier wording where there is one.
 *
 * @param operation a new one. @param now ms since 1970
 */
export const added =
  (interaction: Interaction, rewords: boolean, operation: string, now: number): Change =>
  (items) => {
    const before = items.find((item) => item.interaction.id === interaction.id);
    // Saved once more, because the answer to the first time got lost.
    if (before && !before.undone && isSame(before.interaction, interaction)) return items;
    const handedOver = before && before.attempts > 0 ? [before.operation] : [];
    return [
      ...items.filter((item) => item !== before),
      {
        interaction,
        operation,
        earlier: [...(before?.earlier ?? []), ...handedOver],
        rewords: rewords || before?.rewords === true,
        attempts: 0,
        failures: 0,
        notBefore: 0,
        problem: null,
        undone: false,
        changedAt: now,
      },
    ];
  };

/** Takes a log back: out, or marked where the server may hold it. @param now ms since 1970 */
export const takenBack =
  (id: string, now: number): Change =>
  (items) =>
    items.flatMap((item) => {
      if (item.interaction.id !== id) return [item];
      if (!mayBeThere(item)) return [];
      return [item.undone ? item : { ...item, undone: true, changedAt: now }];
    });

/** Takes a log out. */
export const dropped =
  (id: string): Change =>
  (items) =>
    items.filter(({ interaction }) => interaction.id !== id);

/** Takes logs out that are stored, unless one was taken back or reworded since it was handed over. */
export const storedOnes =
  (ids: ReadonlySet<string>, operation: string): Change =>
  (items) =>
    items.filter(
      (item) => !ids.has(item.interaction.id) || item.operation !== operation || item.undone,
    );

/** @returns which of some logs are still to go: none that was taken back or reworded since they were read. */
export function stillToGo(
  items: readonly OutboxItem[],
  read: readonly OutboxItem[],
): ReadonlySet<string> {
  const operations = new Map(read.map((item) => [item.interaction.id, item.operation]));
  return idsOf(
    items.filter((item) => operations.get(item.interaction.id) === item.operation && !item.undone),
  );
}

/** Notes that logs are handed over under one operation. */
export const attempted = (ids: ReadonlySet<string>, operation: string): Change =>
  patched(ids, ({ attempts }) => {
    return { operation, attempts: attempts + 1, problem: null, earlier: [] };
  });

/** Keeps logs for a later attempt. @param now ms since 1970 */
export const postponed = (
  items: readonly OutboxItem[],
  { reason, message }: MemoryError,
  now: number,
): Change => {
  const longest = reason === 'unreachable' ? longestUnreachedMs : longestPauseMs;
  return patched(idsOf(items), ({ failures }) => ({
    failures: failures + 1,
    notBefore: now + Math.min(longest, firstPauseMs * 2 ** failures),
    problem: { reason, message },
  }));
};

/** A slow server is no failure: logs stay, to be asked after later. @param now ms since 1970 */
export const leftToWork = (items: readonly OutboxItem[], now: number): Change =>
  patched(idsOf(items), () => ({ notBefore: now + firstPauseMs }));

/** Makes everything due. */
export const allDue: Change = (items) =>
  items.some(({ notBefore }) => notBefore > 0)
    ? items.map((item) => ({ ...item, notBefore: 0 }))
    : items;
