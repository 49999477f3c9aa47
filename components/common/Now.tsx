import { createContext, useContext } from 'react';

/** The moment that relative dates are told from; the page ticks it, tests and stories hold it. */
export const NowContext = createContext<Date | null>(null);

export function useNow(): Date {
  return useContext(NowContext) ?? new Date();
}
