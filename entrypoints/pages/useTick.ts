import { useEffect, useState } from 'react';

const minuteMs = 60_000;

/**
 * @returns the moment, renewed as each minute begins, so that a countdown counts with the clock. A
 * page that nobody sees does nothing, and catches up once it is seen.
 */
export function useTick(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      timer = setTimeout(tick, minuteMs - (Date.now() % minuteMs));
    };
    const tick = () => {
      setNow(new Date());
      wait();
    };
    const look = () => {
      clearTimeout(timer);
      if (!document.hidden) tick();
    };
    if (!document.hidden) wait();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return now;
}
