import { createContext, useState } from 'react';
import type { Brief } from '../../lib/brief/types';

const none: ReadonlySet<string> = new Set();

/** Sentences that the brief before didn't have; they are marked for a moment. */
export const FreshContext = createContext<ReadonlySet<string>>(none);

/** Every sentence that a brief says. */
function sentencesOf({ recommended_action, risk, sections }: Brief): Set<string> {
  const claims = [recommended_action, ...(risk ? [risk] : []), ...Object.values(sections).flat()];
  return new Set(claims.map(({ text }) => text));
}

/**
 * @returns what a brief says that the one it replaced on the screen didn't: a model's over the basic
 * one, or one with the log just saved. Nothing of the first.
 */
export function useFresh(brief: Brief): ReadonlySet<string> {
  const [known, setKnown] = useState({ brief, fresh: none });
  if (known.brief === brief) return known.fresh;
  const isSame =
    known.brief.generatedAt === brief.generatedAt && known.brief.reader === brief.reader;
  const before = sentencesOf(known.brief);
  const fresh = isSame ? known.fresh : sentencesOf(brief).difference(before);
  setKnown({ brief, fresh });
  return fresh;
}
