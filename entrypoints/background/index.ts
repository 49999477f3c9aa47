import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { announce } from './announce';
import { answerAsk } from './ask';
import { askAnew } from './briefs';
import { answerChipPlaces } from './chip-places';
import { answerConnection } from './connection';
import { answerPages } from './detections';
import { answerWeek } from './digest';
import { answerDue, showDue } from './due';
import { answerErase } from './erase';
import { answerFollowUp } from './follow-up';
import { answerKeys } from './keys';
import { answerLogs, flushOutbox, retryOutbox } from './logs';
import { answerModels } from './models';
import { dropPeople } from './pages';
import { answerPeople } from './people';
import { answerPrefetch } from './prefetch';
import { reinject } from './reinject';
import { answerRemember } from './remember';
import { keepReminder } from './reminder';
import { answerSamples } from './samples';
import { keepSettings } from './settings';
import { answerSites } from './sites';
import { answerTransfer } from './transfer';
import { answerUpNext } from './upnext';

/** How often what waits in the outbox is tried again, in minutes. */
const flushEveryMinutes = 1;
const flushAlarm = 'flush-outbox';

// The worker can vanish at any time and is woken by an event: every listener is there before the
// first await, and nothing that matters lives in memory alone.
export default defineBackground(() => {
  answerPages();
  answerLogs();
  answerModels();
  answerAsk();
  answerFollowUp();
  answerRemember();
  answerPeople();
  answerTransfer();
  answerConnection();
  answerSites();
  answerChipPlaces();
  answerDue();
  answerKeys();
  answerSamples();
  answerErase();
  answerWeek();
  answerUpNext();
  answerPrefetch();
  keepReminder();
  keepSettings(() => {
    askAnew();
    void dropPeople();
    announce('memory');
    announce('page');
    void retryOutbox();
    void showDue();
  });
  browser.permissions.onAdded.addListener(() => void retryOutbox());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === flushAlarm) void flushOutbox();
  });
  browser.runtime.onStartup.addListener(() => void flushOutbox());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Not where samples are shown: there everything is set up, and the page in front stays in front.
    if (reason === 'install' && import.meta.env.MODE === 'production') {
      void browser.runtime.openOptionsPage();
    }
    void reinject();
    void flushOutbox();
  });
  // Whatever woke this worker: the one before may have been killed while it sent.
  void flushOutbox();
  void browser.alarms.create(flushAlarm, { periodInMinutes: flushEveryMinutes });
  // Content scripts share the page's process: they have no business with keys and logs.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
});
