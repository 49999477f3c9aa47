import { useEffect, useRef, useState } from 'react';
import {
  type Draft,
  draftAbout,
  fieldsOf,
  type LogState,
  momentOf,
  prospectOf,
} from '../../components/log/draft';
import type { QuickLogProps } from '../../components/log/QuickLog';
import { t } from '../../lib/i18n';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import { newId } from '../../lib/memory/id';
import { type OutboxItemView, sendMessage } from '../../lib/messages';
import { asked, searchProspects } from './ask';
import { keepDraft, loadDraft, watchDraft } from './draftStore';
import { useDictation } from './useDictation';
import { useDue } from './useDue';
import { useFollowUp } from './useFollowUp';

/** A log that was saved here, and the words it was saved with, for undo. */
interface Saved {
  id: string;
  draft: Draft;
  /** The outbox hasn't been read since: that the log isn't in `items` says nothing yet. */
  unread: boolean;
}

/** What became of a saved log: out of the outbox means that the server has it. */
function stateOf(saved: Saved, items: readonly OutboxItemView[]): LogState {
  const item = items.find(({ id }) => id === saved.id);
  if (!item) return { state: saved.unread ? 'here' : 'for_good', id: saved.id };
  if (item.state === 'needs_you') {
    return { state: 'needs_you', id: saved.id, message: item.message ?? t('failure_cannot_send') };
  }
  return { state: item.state === 'sending' ? 'sending' : 'here', id: saved.id };
}

/** What a draft becomes once its words are stored: about the page's prospect again. */
function emptied({ name, email, company }: Draft, about: Prospect | null): Draft {
  return about ? draftAbout(about) : { ...draftAbout(null), name, email, company };
}

/** @returns a log that was taken back as a draft again, before whatever was typed since. */
function withWordsBack({ id, draft: taken }: Saved, now: Draft): Draft {
  // Typed on while it was saved, it has those words already.
  if (now.attempt?.id === id) return now;
  if (now.summary.trim() === '') return taken;
  return { ...now, summary: `${taken.summary.trim()}\n\n${now.summary}` };
}

/**
 * The quick log of a page about `page`; where it is about nobody, of the meeting that just ended. A
 * draft that has words keeps the person it was begun about; an empty one follows the page.
 *
 * @param page undefined while nobody knows yet what the page is about
 */
export function useQuickLog(
  page: Prospect | null | undefined,
  outbox: { items: readonly OutboxItemView[]; refresh: () => Promise<void> },
): QuickLogProps {
  const due = useDue();
  const about = page ?? due.meeting?.people[0] ?? null;
  const [draft, setDraft] = useState<Draft>(() => draftAbout(about));
  const [saved, setSaved] = useState<Saved | null>(null);
  const [passing, setPassing] = useState<LogState | null>(null);
  const newest = useRef(draft);
  newest.current = draft;
  const subject = useRef(about);
  subject.current = about;
  /** Words were typed here before the page was known: a name that it has belongs to them. */
  const early = useRef(false);

  const change = (given: Draft) => {
    early.current ||= page === undefined;
    // Once the words are gone, what is typed next is another log, however the last one ended.
    const next = given.summary.trim() === '' ? { ...given, attempt: undefined } : given;
    newest.current = next;
    setDraft(next);
    void keepDraft(next);
  };

  useEffect(() => {
    void loadDraft().then((kept) => {
      if (kept && newest.current.summary === '') setDraft(kept);
    });
    // The panel and the popup share one draft: saved in one, it must not stay to be saved again in
    // the other.
    return watchDraft((kept) => {
      setDraft((current) => kept ?? emptied(current, subject.current));
    });
  }, []);

  const aboutKey = about && prospectKey(about);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same person said anew changes nothing
  useEffect(() => {
    if (!about) return;
    const { name, summary } = newest.current;
    if (summary.trim() === '') setDraft((current) => ({ ...current, ...fieldsOf(about) }));
    else if (early.current && name.trim() === '') change({ ...newest.current, ...fieldsOf(about) });
  }, [aboutKey]);

  const dictation = useDictation((said) => {
    const { summary } = newest.current;
    change({
      ...newest.current,
      summary: summary.trim() === '' ? said : `${summary.trimEnd()} ${said}`,
    });
  });

  const logged = saved && prospectOf(saved.draft);
  const followUp = useFollowUp(saved && logged ? { prospect: logged, logId: saved.id } : null);

  const save = async (toSave: Draft) => {
    const prospect = prospectOf(toSave);
    const at = momentOf(toSave, new Date());
    if (!prospect || at === null) return;
    setSaved(null);
    setPassing({ state: 'saving' });
    // Kept before it is sent: where the answer gets lost and the rep saves again, it is one log.
    const attempt = {
      id: toSave.attempt?.id ?? newId(),
      at: toSave.when === undefined ? (toSave.attempt?.at ?? at) : at,
    };
    const { summary, outcome } = toSave;
    change({ ...toSave, attempt });
    const answer = await asked(
      sendMessage('saveLog', {
        ...attempt,
        prospect,
        summary: summary.trim(),
        outcome,
        type: 'call_log',
      }),
    );
    if (!answer.ok) {
      setPassing({ state: 'failed', message: answer.message });
      return;
    }
    const { id } = answer;
    setPassing(null);
    setSaved({ id, draft: toSave, unread: true });
    // What was typed on meanwhile stays: saved again, it is the same log in more words.
    if (newest.current.summary === toSave.summary) change(emptied(toSave, subject.current));
    await outbox.refresh();
    setSaved((now) => (now?.id === id ? { ...now, unread: false } : now));
  };

  const undo = async (id: string) => {
    const answer = await asked(sendMessage('undoLog', id));
    if (!answer.ok) {
      setPassing({ state: 'failed', message: answer.message });
      return;
    }
    if (saved) change(withWordsBack(saved, newest.current));
    setSaved(null);
    setPassing({ state: 'undone' });
  };

  return {
    draft,
    onDraft: change,
    about,
    log: passing ?? (saved && stateOf(saved, outbox.items)),
    onSave: (toSave) => void save(toSave),
    onUndo: (id) => void undo(id),
    search: searchProspects,
    due: due.meeting,
    onDismissDue: due.onDismiss,
    dictation,
    followUp,
  };
}
