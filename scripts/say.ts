import { messagesOf, takeMessagesFrom } from '../lib/i18n';
import english from '../public/_locales/en/messages.json' with { type: 'json' };

/** Something the person at the terminal can act on. Printed without a stack. */
class Problem extends Error {}

/**
 * Stops the command.
 *
 * @param what what happened
 * @param todo what to do about it, one line each
 * @throws always; `run` prints it and exits 1
 */
export function fail(what: string, ...todo: string[]): never {
  throw new Problem([what, ...todo].join('\n'));
}

/** Prints one line for the person at the terminal. Standard error, so that output stays data. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** How often a long step reports where no line can be rewritten, in milliseconds. */
const REPORT_EVERY = 15_000;

/** A step under way: what it shows, and what it is busy with. */
export interface Step {
  /** Says what the step is busy with, e.g. the package being installed. */
  note(detail: string): void;
}

/**
 * Shows a step with the seconds it has taken, while it runs and when it is done.
 *
 * @param title what is being done, e.g. "Starting Hindsight"
 * @param work the step itself; its errors pass through
 * @returns what the work returns
 */
export async function step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
  const began = Date.now();
  const terminal = process.stderr.isTTY;
  let detail = '';
  let reported = began;

  const line = () => {
    const seconds = Math.round((Date.now() - began) / 1000);
    const text = `→ ${title}… ${seconds} s${detail ? `  ${detail}` : ''}`;
    return terminal ? text.slice(0, (process.stderr.columns ?? 80) - 1) : text;
  };
  const end = (text: string) => process.stderr.write(terminal ? `\r\x1b[K${text}\n` : `${text}\n`);

  process.stderr.write(terminal ? line() : `→ ${title}…\n`);
  const timer = setInterval(() => {
    if (terminal) {
      process.stderr.write(`\r\x1b[K${line()}`);
    } else if (Date.now() - reported >= REPORT_EVERY) {
      reported = Date.now();
      say(line());
    }
  }, 500);
  timer.unref();

  try {
    const result = await work({ note: (text) => (detail = text) });
    end(`✓ ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    end(`✗ ${title}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs a command's main function and ends the process: 0, or 1 with the reason.
 *
 * @param main the command; the number it returns is the exit code
 */
export async function run(main: () => Promise<number>): Promise<void> {
  // The extension's own code speaks the browser's language; here there is none.
  takeMessagesFrom(messagesOf(english));
  try {
    process.exit(await main());
  } catch (error) {
    if (error instanceof Problem) {
      say(`✗ ${error.message.split('\n').join('\n  ')}`);
    } else {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    process.exit(1);
  }
}
