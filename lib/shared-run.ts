/**
 * Lets whoever asks for the same work while it is under way share one more run of it, which begins
 * after they asked: nobody gets what was begun too early, and many askers are two runs.
 */
export function sharedRun(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        running = work();
        return running;
      });
    return next;
  };
}
