import { useCallback, useEffect, useRef, useState } from 'react';
import type { ModelStatus } from '../../components/brief/ModelLine';
import type { Brief } from '../../lib/brief/types';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { type BriefAnswer, type Failure, sendMessage } from '../../lib/messages';
import { asked } from '../pages/ask';
import { keepBrief } from '../pages/briefStore';
import { onChange } from '../pages/changes';
import { onModelWait } from '../pages/modelWaits';
import { firstPaint, stillBest } from './firstPaint';
import { readOnDevice } from './onDevice';

/** Longer than this (s) nobody looks on: the rep is told when, and asks again. */
const longestCountdown = 15 * 60;

function statusOf({ reason, message, retryAfterSeconds = Infinity }: Failure): ModelStatus {
  if (retryAfterSeconds > longestCountdown) {
    return { state: 'failed', reason, message };
  }
  const until = new Date(Date.now() + retryAfterSeconds * 1000).toISOString();
  return { state: 'waiting', until, again: true };
}

/** Longest wait for an idle page (ms). */
const idleWithinMs = 1_000;

/** A brief that was read longer ago is read anew once the rep comes back to it (ms). */
const longMs = 10 * 60_000;

/** Lets the page paint first: what is stored is told to each page that listens, old and new in full. */
function whenIdle(work: () => void): void {
  const { requestIdleCallback } = globalThis as Partial<typeof globalThis>;
  if (requestIdleCallback) requestIdleCallback(work, { timeout: idleWithinMs });
  else work();
}

interface Shown {
  key: string;
  /** The newest answer; null until there is one. */
  answer: BriefAnswer | null;
  /** The newest brief of the whole history. */
  last: Brief | null;
}

/**
 * The newest brief of a prospect, and the last whole one of this session, for as long as there is no
 * newer one. A newer one replaces the one on the screen when it arrives, never before; an answer
 * about somebody else is never shown.
 *
 * @param handed the brief of somebody that came with the news of them, shown where nothing else is
 * @param first the one to begin with
 * @param surface what the person was found on: another one is a reason to look again
 */
export function useBrief(
  prospect: Prospect | null,
  handed: Brief | null = null,
  first: Brief | null = null,
  surface = '',
): {
  answer: BriefAnswer | null;
  last: Brief | null;
  /** What the chosen model is at, where it lets wait or gave no brief. */
  model: ModelStatus | null;
  reload: () => void;
} {
  const [model, setModel] = useState<{ key: string; status: ModelStatus } | null>(null);
  const key = prospect && prospectKey(prospect);
  const shownOf = (brief: Brief | null): Shown | null =>
    brief && key === prospectKey(brief.prospect) ? { key, answer: null, last: brief } : null;
  const [shown, setShown] = useState(() => shownOf(first));
  const newest = useRef(0);
  const readAt = useRef(0);
  const wanted = useRef(prospect);
  wanted.current = prospect;
  // Taken once, while it is new, and in the same frame as whom it is about.
  const [taken, setTaken] = useState<Brief | null>(null);
  if (handed !== taken) {
    setTaken(handed);
    if (shown?.key !== key) setShown(shownOf(handed) ?? shown);
  }

  const reload = useCallback(() => {
    const about = wanted.current;
    if (!about) return;
    readAt.current = Date.now();
    const mine = ++newest.current;
    const mineKey = prospectKey(about);
    const isNewest = () => mine === newest.current;
    const show = (brief: Brief) => {
      setShown({ key: mineKey, answer: { ok: true, brief }, last: brief });
      whenIdle(() => void keepBrief(brief));
    };
    const load = async () => {
      const request = asked(sendMessage('brief', about));
      // Not after the basic one: a model takes long, and both are made of the same reading.
      const modelled = asked(sendMessage('modelBrief', about));
      const last = await firstPaint(about);
      if (isNewest() && last) {
        setShown((now) => (now?.key === mineKey ? now : { key: mineKey, answer: null, last }));
      }
      const answer = await request;
      if (!isNewest()) return;
      if (!answer.ok) {
        const brief = 'brief' in answer ? answer.brief : null;
        setShown((now) => ({
          key: mineKey,
          answer: { ...answer, brief },
          last: now?.key === mineKey ? now.last : last,
        }));
        return;
      }
      const basic = answer.brief;
      show(stillBest(last, basic) ? last : basic);
      if (basic.interactions.count === 0) return;
      // Null without a model of the background's.
      const better = (await modelled) ?? (await readOnDevice(basic));
      if (!isNewest()) return;
      setModel(better?.ok === false ? { key: mineKey, status: statusOf(better) } : null);
      if (better?.ok) show(better.brief);
      else if (stillBest(last, basic)) show(basic);
    };
    void load();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes it another person
  useEffect(() => {
    reload();
    return onChange((what) => (what === 'memory' || what === 'outbox') && reload());
  }, [key, reload]);

  // Others log, too, and a panel may stay open all day.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page opened anew is looked at again
  useEffect(() => {
    const lookAgain = () => {
      if (!document.hidden && Date.now() - readAt.current > longMs) reload();
    };
    lookAgain();
    addEventListener('focus', lookAgain);
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      removeEventListener('focus', lookAgain);
      document.removeEventListener('visibilitychange', lookAgain);
    };
  }, [surface, reload]);

  useEffect(
    () =>
      onModelWait((wait) => {
        const until = new Date(Date.now() + wait.seconds * 1000).toISOString();
        setModel({ key: wait.key, status: { state: 'waiting', until } });
      }),
    [],
  );

  const mine = shown?.key === key ? shown : null;
  return {
    answer: mine?.answer ?? null,
    last: mine?.last ?? null,
    model: model?.key === key ? model.status : null,
    reload,
  };
}
