import { t } from '../i18n';

/** Why memory couldn't answer. The reasons never look alike on a screen. */
export const memoryReasons = [
  'unreachable',
  'not_allowed',
  'not_hindsight',
  'too_old',
  'refused',
  'no_bank',
  'broken',
  'not_configured',
] as const;
export type MemoryReason = (typeof memoryReasons)[number];

/**
 * A failure of memory, with a message in the screen's language that says what happened, what is safe
 * and what to do.
 */
export class MemoryError extends Error {
  constructor(
    readonly reason: MemoryReason,
    /** What the server or the network said, for diagnosis. */
    readonly detail = '',
    /** `message` where more is known than the reason tells. */
    { message, ...options }: ErrorOptions & { message?: string } = {},
  ) {
    super(message ?? t(`memory_fails_${reason}`), options);
  }
}
