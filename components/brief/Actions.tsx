import { createContext, useContext } from 'react';
import type { PromiseItem } from '../../lib/brief/types';
import type { Interaction } from '../../lib/interaction';
import type { Answer } from '../../lib/messages';

/** What a rep can do from within a brief. */
export interface BriefActions {
  /** Puts text on the clipboard. @returns whether it is there now. */
  onCopy: (text: string) => Promise<boolean>;
  /** Logs that a promise of ours was kept. */
  onKept: (promise: PromiseItem) => Promise<Answer<object>>;
  /** Changes logs; left out where they can only be read. */
  logs?: {
    /** Replaces a log by what it says now. */
    onEdit: (log: Interaction) => Promise<Answer<object>>;
    /** Takes a log back for good, stored or not. */
    onForget: (id: string) => Promise<Answer<object>>;
  };
  /** Remembers what the rep knows of somebody from elsewhere. */
  onKnown: (text: string) => Promise<Answer<object>>;
  /** Goes to where a history can be imported. */
  onImport: () => void;
}

/** The actions of the brief on the screen; null where it can only be read. */
export const ActionsContext = createContext<BriefActions | null>(null);

export function useBriefActions(): BriefActions | null {
  return useContext(ActionsContext);
}
