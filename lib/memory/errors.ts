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

const texts: Record<MemoryReason, string> = {
  unreachable:
    'Memory can’t be reached. What you log is kept here and sent as soon as it answers. Check that the Hindsight server runs and that its address in the options is right.',
  not_allowed:
    'The browser may not reach the memory server yet. What you log is kept here. Press “Test connection” in the options and allow the address.',
  not_hindsight:
    'Something answers at this address, but it is no Hindsight server. What you log is kept here. Check the address in the options.',
  too_old:
    'The memory server is too old. What you log is kept here. Update Hindsight on the server, then test the connection again.',
  refused:
    'Memory refuses the key. What you log is kept here until the key is right. Check the API key in the options.',
  no_bank:
    'The memory server has no bank of this name. What you log is kept here. Create the bank, or correct its name, in the options.',
  broken:
    'Memory answered with an error. What you log is kept here and tried again. If it goes on, look at the server’s log.',
  not_configured:
    'No memory server is set up yet. What you log is kept here. Enter the address of your Hindsight server in the options.',
};

/** A failure of memory, with a message that says what happened, what is safe and what to do. */
export class MemoryError extends Error {
  constructor(
    readonly reason: MemoryReason,
    /** What the server or the network said, for diagnosis. */
    readonly detail = '',
    /** `message` where more is known than the reason tells. */
    { message, ...options }: ErrorOptions & { message?: string } = {},
  ) {
    super(message ?? texts[reason], options);
  }
}
