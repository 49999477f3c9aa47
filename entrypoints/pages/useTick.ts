import { useEffect, useState } from 'react';

/** @returns the moment, renewed every half minute, so that a countdown counts. */
export function useTick(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
