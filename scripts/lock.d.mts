/** Runs a task while no other process holds the same lock file. See lock.mjs. */
export declare function withLock<T>(
  file: string,
  task: () => Promise<T> | T,
  onWait?: () => void,
): Promise<T>;

/** Whether a process is there and running (not a zombie). See lock.mjs. */
export declare function isRunning(pid: number): boolean;
