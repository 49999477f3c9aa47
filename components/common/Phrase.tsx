import { Fragment, type ReactNode } from 'react';
import { type MessageKey, tParts } from '../../lib/i18n';

interface PhraseProps {
  /** The text's name in `public/_locales`. */
  of: MessageKey;
  /** What stands for `$1`, `$2` … in it. */
  with: ReactNode[];
}

/** A text that has more than words in it: a date, a name in bold, a key. */
export function Phrase({ of, with: parts }: PhraseProps) {
  return tParts(of, ...parts).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    <Fragment key={index}>{part}</Fragment>
  ));
}
