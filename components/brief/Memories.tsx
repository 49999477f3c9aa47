import { createContext, useContext } from 'react';
import type { Interaction } from '../../lib/interaction';

/** The memories of the brief on the screen, by id, for every claim that shows its source. */
export const MemoriesContext = createContext<ReadonlyMap<string, Interaction>>(new Map());

export function useMemory(id: string): Interaction | undefined {
  return useContext(MemoriesContext).get(id);
}
