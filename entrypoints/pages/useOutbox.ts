import { useCallback, useEffect, useMemo, useState } from 'react';
import { type OutboxItemView, sendMessage } from '../../lib/messages';
import { sharedRun } from '../../lib/shared-run';
import { asked } from './ask';
import { onChange } from './changes';

interface Outbox {
  items: OutboxItemView[];
  /** Reads the outbox anew; resolves once `items` are no older than the call. */
  refresh: () => Promise<void>;
  retry: () => void;
}

/** The logs that the server hasn't confirmed, kept up to date. */
export function useOutbox(): Outbox {
  const [items, setItems] = useState<OutboxItemView[]>([]);

  const refresh = useMemo(
    () =>
      // Many logs saved at once are told one by one.
      sharedRun(async () => {
        const answer = await asked(sendMessage('outbox', undefined));
        if (Array.isArray(answer)) setItems(answer);
      }),
    [],
  );

  useEffect(() => {
    void refresh();
    // A log that reached memory is a change of both, and may be told as either.
    return onChange((what) => (what === 'memory' || what === 'outbox') && void refresh());
  }, [refresh]);

  const retry = useCallback(() => {
    void asked(sendMessage('retryOutbox', undefined)).then(refresh);
  }, [refresh]);

  const waits = items.length > 0;
  useEffect(() => {
    if (!waits) return;
    // The worker may be asleep until its next alarm, and then pauses longer after each failure.
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [waits, retry]);

  return { items, refresh, retry };
}
