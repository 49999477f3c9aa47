/**
 * How soon, how seldom and how long (ms) a delivery that the server works on is asked after. Each
 * question takes time of the server's that it could store in.
 */
const askSoonMs = 150;
const askSeldomMs = 600;
export const askForMs = 15_000;

/**
 * Asks until an answer is final.
 *
 * @param isFinal of an answer: also once its time is up
 * @param pause waits so many milliseconds
 */
export async function askUntil<T>(
  ask: () => Promise<T>,
  isFinal: (answer: T) => boolean,
  pause: (ms: number) => Promise<void>,
): Promise<T> {
  for (let wait = askSoonMs; ; wait = Math.min(askSeldomMs, wait * 1.5)) {
    const answer = await ask();
    if (isFinal(answer)) return answer;
    await pause(wait);
  }
}
