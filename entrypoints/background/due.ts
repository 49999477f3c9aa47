import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { Detection } from '../../lib/detect/detection';
import { type DueMeeting, dismissed, due, logged, nextChange, seen } from '../../lib/due';
import { t, tn } from '../../lib/i18n';
import { type Prospect, prospectSchema } from '../../lib/identity/prospect';
import { announce } from './announce';
import { answer } from './door';
import { markOfWeek } from './reminder';
import { settingsRead } from './settings';

const key = 'meetings';
const alarm = 'meeting-ends';

const meetingsSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string().nullable(),
    startsAt: z.string().nullable(),
    endsAt: z.string(),
    people: z.array(prospectSchema),
  }),
);

async function meetings(): Promise<DueMeeting[]> {
  const stored = (await browser.storage.session.get(key))[key];
  return meetingsSchema.catch([]).parse(stored ?? []);
}

/** Shows on the icon that a log is due, and wakes up when that changes. */
export async function showDue(): Promise<void> {
  const known = await meetings();
  const now = Date.now();
  const next = nextChange(known, now);
  if (next !== null) await browser.alarms.create(alarm, { when: next });
  const ended = (await settingsRead()).badge ? due(known, now) : [];
  const [newest] = ended;
  await browser.action.setBadgeText({ text: newest ? String(ended.length) : await markOfWeek() });
  if (newest) await browser.action.setBadgeBackgroundColor({ color: '#b45309' });
  const who = newest?.people.map(({ name }) => name).join(', ') ?? '';
  await browser.action.setTitle({
    title: newest ? tn('due_title', ended.length, who) : t('extension_name'),
  });
}

/** One change at a time: an invite and a log may come at the same moment. */
let last: Promise<void> = Promise.resolve();

function change(how: (known: DueMeeting[]) => DueMeeting[]): Promise<void> {
  last = last.then(async () => {
    const before = await meetings();
    const after = how(before);
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    await browser.storage.session.set({ [key]: after });
    await showDue();
    announce('due');
  });
  return last;
}

/** The rep opened an invite: once the meeting is over, a log about it is due. */
export async function meetingSeen(detection: Detection | null, people: Prospect[]): Promise<void> {
  if (detection?.kind !== 'meeting' || detection.endsAt === null) return;
  const { pageId: id, title, startsAt, endsAt } = detection;
  await change((known) => seen(known, { id, title, startsAt, endsAt, people }, Date.now()));
}

/** A call was logged, which is what was asked for. `at` is ISO 8601. */
export async function callLogged(prospect: Prospect, at: string): Promise<void> {
  await change((known) => logged(known, prospect, at));
}

/** The badge on the icon, and what the pages ask about it. */
export function answerDue(): void {
  answer('dueMeetings', 'page', z.undefined(), async () => due(await meetings(), Date.now()));
  answer('dismissMeeting', 'page', z.string().max(500), ({ data }) =>
    change((known) => dismissed(known, data)),
  );
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== alarm) return;
    void showDue();
    announce('due');
  });
}
