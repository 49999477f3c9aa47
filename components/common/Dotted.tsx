import { Fragment } from 'react';

/**
 * Names, addresses and the like with dots between them, the empty ones left out. Each is written in a
 * direction of its own, so that an address after a Hebrew name stays where it belongs.
 */
export function Dotted({ parts }: { parts: readonly (string | null | undefined)[] }) {
  return parts
    .filter((part) => part)
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one line never move
      <Fragment key={index}>
        {index > 0 && ' · '}
        <bdi>{part}</bdi>
      </Fragment>
    ));
}
