/** Why memory couldn't answer. The reasons never look alike on a screen. */
export type MemoryReason = 'unreachable' | 'refused' | 'no_bank' | 'broken' | 'not_configured';

const texts: Record<MemoryReason, string> = {
  unreachable:
    'Memory can’t be reached. What you log is kept here and sent as soon as it answers. Check that the Hindsight server runs and that its address in the options is right.',
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
