import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import type { Outcome } from '../../lib/interaction';

/** What the rep has typed so far: kept while the page is closed, so that nothing typed is lost. */
export interface Draft {
  /** Fields as typed; they become a prospect only when saved. */
  name: string;
  email: string;
  company: string;
  summary: string;
  outcome: Outcome;
  /** When it was, as typed (local time, `YYYY-MM-DDTHH:mm`); absent means now. */
  when?: string;
  /** As what it was handed over: saved again, because the answer got lost, it is the same log. */
  attempt?: { id: string; at: string };
}

/** @returns an empty draft about somebody, or about nobody yet. */
export function draftAbout(prospect: Prospect | null): Draft {
  return { ...fieldsOf(prospect), summary: '', outcome: 'none' };
}

/** @returns a prospect as fields of a draft. */
export function fieldsOf(prospect: Prospect | null): Pick<Draft, 'name' | 'email' | 'company'> {
  return {
    name: prospect?.name ?? '',
    email: prospect?.email ?? '',
    company: prospect?.company ?? '',
  };
}

/** @returns whom a draft is about, or null where no name was given. Empty fields are left out. */
export function prospectOf({ name, email, company }: Draft): Prospect | null {
  if (name.trim() === '') return null;
  return {
    name: name.trim(),
    ...(email.trim() && { email: email.trim().toLowerCase() }),
    ...(company.trim() && { company: company.trim() }),
  };
}

/**
 * @returns the moment that a field for date and time holds; null where it is incomplete: a year of which
 * the first figure is typed lies before 1970, and the server refuses some.
 */
export function momentTyped(when: string): Date | null {
  const moment = new Date(when);
  return moment.getTime() >= 0 ? moment : null;
}

/** @returns when a draft was (ISO 8601), in the computer's time zone; null where that is no time. */
export function momentOf({ when }: Draft, now: Date): string | null {
  return (when === undefined ? now : momentTyped(when))?.toISOString() ?? null;
}

/** @returns a moment as a field for date and time shows it, in the computer's time zone. */
export function asTyped(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** @returns why a draft can't be saved yet, in words for the rep; null where it can. */
export function missingIn(draft: Draft, now = new Date()): string | null {
  if (draft.name.trim() === '') return t('log_missing_name');
  if (draft.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(draft.email.trim())) {
    return t('log_missing_email');
  }
  if (draft.summary.trim() === '') return t('log_missing_words');
  const at = momentOf(draft, now);
  if (at === null) return t('log_missing_when');
  if (at > now.toISOString()) return t('log_missing_past');
  return null;
}

/** What became of a log since it was saved. */
export type LogState =
  | { state: 'saving' }
  /** In this browser's outbox. */
  | { state: 'here' | 'sending'; id: string }
  /** The outbox let go of it: the server has it. */
  | { state: 'for_good'; id: string }
  | { state: 'needs_you'; id: string; message: string }
  | { state: 'failed'; message: string }
  | { state: 'undone' };
