import { useCallback, useEffect, useRef, useState } from 'react';
import type { WeekProps } from '../../components/week/Week';
import { type DigestRun, digestKeys, type Reminder, type WeekView } from '../../lib/digest/run';
import { sendMessage } from '../../lib/messages';
import { asked } from './ask';
import { copy } from './clipboard';
import { rankOnDevice } from './rankOnDevice';

/** The permission that the reminder's notification needs. */
const notifications = { permissions: ['notifications'] } satisfies chrome.permissions.Permissions;

const noReminder: Reminder = { on: false, weekday: 1, hour: 8 };

/** The part of the session's storage that tells how far a digest is, kept up to date. */
function useSession<T>(key: string): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    let newer = false;
    void chrome.storage.session.get(key).then((kept) => {
      if (!newer) setValue((kept[key] as T | undefined) ?? null);
    });
    const listener = (changes: Record<string, chrome.storage.StorageChange>) => {
      if (!(key in changes)) return;
      newer = true;
      setValue((changes[key]?.newValue as T | undefined) ?? null);
    };
    chrome.storage.session.onChanged.addListener(listener);
    return () => chrome.storage.session.onChanged.removeListener(listener);
  }, [key]);
  return value;
}

/**
 * The week of all deals. Nothing is asked of the background before the view is looked at.
 *
 * @param looked whether the rep looks at it
 */
export function useWeek(
  looked: boolean,
  { onOpen, onPrint }: Pick<WeekProps, 'onOpen' | 'onPrint'> = {},
): WeekProps {
  const run = useSession<DigestRun>(digestKeys.run);
  const due = useSession<boolean>(digestKeys.due);
  const [view, setView] = useState<WeekView | null>(null);
  const [notifies, setNotifies] = useState<boolean | null>(null);

  const load = useCallback(async () => {
    const answer = await asked(sendMessage('week', undefined));
    if (!('ok' in answer)) setView(answer);
  }, []);
  // Read again when a step ends, and not at each of its signs of life.
  const step = run ? `${run.now}|${run.state}` : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another digest
  useEffect(() => {
    if (looked) void load();
  }, [looked, step, load]);
  useEffect(() => {
    if (looked) void chrome.permissions.contains(notifications).then(setNotifies);
  }, [looked]);

  // Chrome's own model: this page compares, for as long as it is open and nobody stops it.
  const mine = run?.state === 'ranking' && run.onDevice ? run.now : null;
  const newest = useRef(run);
  newest.current = run;
  useEffect(() => {
    if (mine === null || newest.current === null) return;
    const stop = new AbortController();
    void rankOnDevice(newest.current, stop.signal);
    return () => stop.abort();
  }, [mine]);

  const isOfRun = view?.digest && run && view.digest.generatedAt === run.now;
  return {
    run,
    digest: isOfRun && run.state !== 'reading' ? view.digest : null,
    due: due === true,
    reminder: view?.reminder ?? noReminder,
    notifies,
    address: view?.address ?? '',
    onStart: () => void asked(sendMessage('startDigest', undefined)),
    onStop: () => void asked(sendMessage('stopDigest', undefined)),
    onGoOn: () => void asked(sendMessage('goOnDigest', undefined)),
    ...(onOpen ? { onOpen } : {}),
    onCopy: copy,
    ...(onPrint ? { onPrint } : {}),
    onReminder: (reminder) => {
      setView((now) => (now ? { ...now, reminder } : now));
      void asked(sendMessage('setReminder', reminder));
    },
    onNotify: () => {
      // In the click's own task: the browser asks only then.
      void chrome.permissions.request(notifications).then(setNotifies);
    },
  };
}
