import { browser } from 'wxt/browser';
import { digestKeys, type Reminder } from '../../lib/digest/run';
import { nextReminder } from '../../lib/digest/when';
import { t } from '../../lib/i18n';
import { watchSettings } from '../../lib/settings';
import { settingsRead } from './settings';

const alarm = 'weekly-digest';
/** Seven days are round. */
const mark = '7d';
const notice = 'weekly-digest';
/** The page that shows and prints the week. */
const weekPage = 'week.html';

/** Sets the alarm to the next moment that was chosen; none where none was. */
async function setAlarm({ on, weekday, hour }: Reminder): Promise<void> {
  if (!on) {
    await browser.alarms.clear(alarm);
    return;
  }
  const when = nextReminder({ weekday, hour }, new Date());
  const there = await browser.alarms.get(alarm);
  // Its moment passed while the browser was closed.
  if (there && there.scheduledTime <= Date.now()) await remind();
  if (there?.scheduledTime !== when) await browser.alarms.create(alarm, { when });
}

/** A mark on the toolbar and in the panel; a notification where the rep allowed them. */
async function remind(): Promise<void> {
  await browser.storage.session.set({ [digestKeys.due]: true });
  // A log that is due is more pressing: its mark stays.
  if ((await browser.action.getBadgeText({})) === '')
    await browser.action.setBadgeText({ text: mark });
  // There only with the permission, and unknown to the polyfill until the next start.
  await chrome.notifications?.create(notice, {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('/icon/128.png' as never),
    title: t('week_due_title'),
    message: t('week_due_text'),
  });
}

/** @returns what the icon says of the week where no log is due; nothing once the rep has seen it. */
export async function markOfWeek(): Promise<string> {
  const { due } = digestKeys;
  return (await browser.storage.session.get(due))[due] ? mark : '';
}

/** The rep has come to the digest: the mark has done its work. */
export async function wasSeen(): Promise<void> {
  await browser.storage.session.remove(digestKeys.due);
  if ((await browser.action.getBadgeText({})) === mark)
    await browser.action.setBadgeText({ text: '' });
}

function listenToNotices(): void {
  chrome.notifications?.onClicked.addListener((id) => {
    if (id !== notice) return;
    void chrome.tabs.create({ url: chrome.runtime.getURL(`/${weekPage}` as never) });
    void chrome.notifications.clear(notice);
  });
}

/** Keeps the weekly reminder as the rep set it. */
export function keepReminder(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== alarm) return;
    void remind();
    void settingsRead().then(({ digestReminder }) => setAlarm(digestReminder));
  });
  watchSettings(({ digestReminder }) => void setAlarm(digestReminder));
  listenToNotices();
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes('notifications')) listenToNotices();
  });
  // An alarm can get lost with the browser's profile; setting it again changes nothing.
  void settingsRead().then(({ digestReminder }) => setAlarm(digestReminder));
}
