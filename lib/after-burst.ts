/**
 * Puts work off until nobody has asked for it for a while: changes come in bursts.
 *
 * @param restMs how long it is quiet before the work is done
 * @returns what asks for the work, and what takes that back
 */
export function afterBurst(
  work: () => void,
  restMs: number,
): { ask: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(timer);
  const ask = () => {
    cancel();
    timer = setTimeout(work, restMs);
  };
  return { ask, cancel };
}
