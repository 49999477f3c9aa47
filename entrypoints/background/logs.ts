import { z } from 'zod';
import { t } from '../../lib/i18n';
import { prospectSchema } from '../../lib/identity/prospect';
import {
  type Interaction,
  interactionSchema,
  interactionTypes,
  outcomes,
} from '../../lib/interaction';
import { mostInMeeting } from '../../lib/joint-brief';
import { forgetLook } from '../../lib/looks';
import { newId, safeId } from '../../lib/memory/id';
import { needsSomebody, type OutboxItem } from '../../lib/memory/outbox';
import type { Answer, Failure } from '../../lib/messages';
import { sharedRun } from '../../lib/shared-run';
import { dropBriefs } from '../pages/briefStore';
import { dropDraft } from '../pages/draftStore';
import { announce } from './announce';
import { askAnew, briefOf, meetingOf } from './briefs';
import { forgetWeek } from './digest';
import { answer } from './door';
import { callLogged } from './due';
import { knownLike } from './known';
import { failureOf, forgetLog, keyOf, outbox, outboxView, waitingLogs, withMemory } from './memory';
import { settingsRead } from './settings';

/** As much as a rep would ever type about one call, in characters. */
const mostWords = 50_000;

/** How far another computer's clock may be ahead (ms). */
const clockSlackMs = 86_400_000;

/** How long a worker with nothing to do is there for sure (ms): Chrome ends it after half a minute. */
const soonMs = 20_000;

const draftSchema = z.object({
  id: z.uuid().optional(),
  prospect: prospectSchema,
  summary: z.string().trim().min(1).max(mostWords),
  outcome: z.enum(outcomes),
  at: z.iso.datetime({ offset: true }).optional(),
  type: z.enum(interactionTypes),
  url: z.string().max(2000).optional(),
});

const documentId = z.string().regex(safeId);

/** A log as it is to be from now on: under its id, in the bounds of a new one. */
export const editSchema = interactionSchema.omit({ pending: true }).extend({
  id: documentId,
  at: z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString()),
  summary: z.string().trim().min(1).max(mostWords),
  prospect: prospectSchema.shape.name,
  email: prospectSchema.shape.email,
  company: prospectSchema.shape.company,
});

type Draft = z.infer<typeof draftSchema>;

async function interactionOf({ id, prospect, summary, outcome, at, type, url }: Draft) {
  const { rep } = await settingsRead();
  const interaction: Interaction = {
    id: id ?? newId(),
    at: new Date(at ?? Date.now()).toISOString(),
    outcome,
    summary,
    prospect: prospect.name,
    type,
    ...(prospect.email ? { email: prospect.email } : {}),
    ...(prospect.company ? { company: prospect.company } : {}),
    ...(rep ? { rep } : {}),
    ...(url ? { url } : {}),
  };
  return interaction;
}

/**
 * Sends what waits, and tells the pages when something was saved for good. A run for each of many logs
 * would find nothing left to send, and read and write the whole outbox for it.
 */
export const flushOutbox = sharedRun(flushNow);

async function flushNow(): Promise<void> {
  // One that was taken back shows nowhere, and still has to be taken from the server.
  if (await outbox.isEmpty()) return;
  const before = await outbox.items();
  await outbox.flush();
  const waiting = await outbox.items();
  flushSoon(waiting);
  const left = new Set(waiting.map(({ interaction }) => interaction.id));
  askAnew();
  const stored = before.some(({ interaction }) => !left.has(interaction.id));
  announce(stored ? 'memory' : 'outbox');
}

/** Sends what waits without its pauses: what they were for may be mended. */
export async function retryOutbox(): Promise<void> {
  await outbox.retry();
  await flushOutbox();
}

let soon: ReturnType<typeof setTimeout> | undefined;

/**
 * Sends again what will be due while this worker is still there: a network that was away for a moment
 * shouldn't cost the minute until the alarm. What is due already was left because nobody answers.
 */
function flushSoon(waiting: readonly OutboxItem[]): void {
  const pauses = waiting
    .filter((item) => !needsSomebody(item))
    .map(({ notBefore }) => notBefore - Date.now())
    .filter((ms) => ms > 0 && ms <= soonMs);
  clearTimeout(soon);
  if (pauses.length > 0) soon = setTimeout(() => void flushOutbox(), Math.min(...pauses));
}

/** Keeps a log; it is safe here once this resolves, and on its way to memory. */
export async function saveLog(draft: Draft): Promise<Answer<{ id: string }>> {
  if (draft.at !== undefined && Date.parse(draft.at) > Date.now() + clockSlackMs) {
    return {
      ok: false,
      reason: 'in_the_future',
      message: t('failure_in_the_future'),
    };
  }
  try {
    const interaction = await interactionOf(draft);
    await outbox.add(interaction);
    void dropDraft(interaction.id, interaction.summary);
    askAnew();
    // The answer comes first: the rep waits for nothing else.
    setTimeout(() => {
      announce('outbox');
      void flushOutbox();
      if (interaction.type === 'call_log') void callLogged(draft.prospect, interaction.at);
    });
    return { ok: true, id: interaction.id };
  } catch (error) {
    return notKept(error as Error);
  }
}

/** @returns why the browser didn't keep a log. */
async function notKept({ message }: Error): Promise<Failure> {
  if (/quota/i.test(message)) {
    const waiting = (await outbox.items().catch(() => [])).length;
    return { ok: false, reason: 'full', message: t('failure_full', waiting) };
  }
  return { ok: false, reason: 'not_kept', message: t('failure_not_kept', message) };
}

/** Briefs, logs, and what is known: everything that the panel, the popup and the options ask. */
export function answerLogs(): void {
  answer('brief', 'page', prospectSchema, ({ data }) => briefOf(data));

  answer('meetingBrief', 'page', z.array(prospectSchema).min(1).max(mostInMeeting), ({ data }) =>
    meetingOf(data),
  );

  answer('saveLog', 'page', draftSchema, ({ data }) => saveLog(data));

  answer('undoLog', 'page', documentId, async ({ data }) => {
    try {
      await forgetLog(data);
      askAnew();
      announce('memory');
      return { ok: true as const };
    } catch (error) {
      return failureOf(error);
    }
  });

  answer('editLog', 'page', editSchema, async ({ data }) => {
    try {
      await outbox.add(data, true);
      askAnew();
      announce('outbox');
      void flushOutbox();
      return { ok: true as const };
    } catch (error) {
      return notKept(error as Error);
    }
  });

  answer('outbox', 'page', z.undefined(), () => outboxView());

  answer('retryOutbox', 'page', z.undefined(), retryOutbox);

  answer('knownProspects', 'page', z.string().max(200), ({ data }) =>
    withMemory(async () => ({ prospects: await knownLike(data) })),
  );

  answer('forgetProspect', 'page', prospectSchema, async ({ data }) => {
    const answered = await withMemory(async (memory) => {
      // What still waits here would come back once it is sent.
      const { keys } = await memory.person(data);
      const waiting = (await waitingLogs()).filter((log) => keys.includes(keyOf(log)));
      for (const { id } of waiting) await outbox.remove(id);
      return { documents: await memory.forget(data) };
    });
    if (answered.ok) await forgetLook(data).catch(() => undefined);
    await dropBriefs().catch(() => undefined);
    await forgetWeek();
    askAnew();
    announce('memory');
    return answered;
  });
}
