/** One state of one page, as the tests open and photograph it. */
export interface Story {
  title: string;
  page: 'sidepanel' | 'popup' | 'options';
  /** Test ids that are clicked, in order, before the photograph. */
  clicks?: readonly string[];
  /** What is then typed into the field that has the focus. */
  types?: string;
  /** Keys that are then pressed. */
  keys?: readonly string[];
  /** The test id of what is there at last, where its code is loaded first. */
  shows?: string;
  /** The test id of what the clicks and the typing bring, where its code is loaded first. */
  brings?: string;
  rightToLeft?: boolean;
  /** The language of the screen's own words; English where it isn't named. */
  language?: 'de' | 'es';
}

const panel = (title: string, more: Omit<Story, 'title' | 'page'> = {}): Story => ({
  title,
  page: 'sidepanel',
  ...more,
});
const popup = (title: string, more: Omit<Story, 'title' | 'page'> = {}): Story => ({
  title,
  page: 'popup',
  ...more,
});
const week = (title: string, more: Omit<Story, 'title' | 'page'> = {}): Story =>
  panel(title, { shows: 'week', ...more });
const options = (title: string, more: Omit<Story, 'title' | 'page'> = {}): Story => ({
  title,
  page: 'options',
  ...more,
});

/** Every state of every page. No state that a rep can meet is left out of the checks. */
export const stories = {
  'panel-loading': panel('Before the page is known'),
  'panel-reading': panel('Somebody found, memory being read'),
  'panel-empty': panel('Nobody on the page'),
  'panel-empty-unknown': panel('Nobody on the page, nobody remembered'),
  'panel-unread': panel('A page that couldn’t be read', { shows: 'unreadable' }),
  'panel-new': panel('A new prospect'),
  'panel-one': panel('One interaction'),
  'panel-priya': panel('A deal that moves: Priya'),
  'up-next': panel('Nobody on the page, meetings to come'),
  'follow-up': popup('A mail after a log', { shows: 'follow-up-status' }),
  'follow-up-german': popup('A mail after a log, in German', {
    language: 'de',
    shows: 'follow-up-status',
  }),
  'follow-up-offered': popup('A log saved, a mail offered', { shows: 'follow-up' }),
  'ask-first': panel('Ask, before a question', { shows: 'ask' }),
  'ask-passages': panel('Ask, the passages themselves', { shows: 'ask' }),
  'ask-sentences': panel('Ask, answered in sentences', { shows: 'ask', clicks: ['source-toggle'] }),
  'ask-none': panel('Ask, not in memory', { shows: 'ask' }),
  'ask-nearest': panel('Ask, not in memory, and what is nearest', { shows: 'ask' }),
  'ask-failed': panel('Ask, memory unreachable', { shows: 'ask' }),
  'panel-german': panel('In German', { language: 'de' }),
  'panel-spanish': panel('In Spanish', { language: 'es' }),
  'panel-ledger': panel('Why this score', { clicks: ['ledger-toggle'], brings: 'ledger-entry' }),
  'panel-ledger-german': panel('Why this score, in German', {
    language: 'de',
    clicks: ['ledger-toggle'],
    brings: 'ledger-entry',
  }),
  'panel-source': panel('The words behind a claim', { clicks: ['source-toggle'] }),
  'panel-log': panel('Logging in the panel', { clicks: ['quick-log-toggle'] }),
  'panel-look-up': panel('Looking somebody else up', {
    clicks: ['somebody-else'],
    brings: 'known-prospect',
  }),
  'panel-james': panel('A deal that slips: James'),
  'panel-people': panel('Several people in a meeting'),
  'panel-people-many': panel('One of ten people in a meeting, the last of them'),
  'panel-meeting': panel('A meeting of several: one brief for all', { clicks: ['meeting-title'] }),
  'panel-meeting-german': panel('A meeting of several, in German', {
    language: 'de',
    clicks: ['meeting-title'],
  }),
  'panel-meeting-reading': panel('A meeting of several, memory being read', {
    clicks: ['meeting-title'],
  }),
  'panel-meeting-unreachable': panel('A meeting of several, memory unreachable', {
    clicks: ['meeting-title'],
  }),
  'panel-meeting-new': panel('A meeting of people of whom nothing is remembered', {
    clicks: ['meeting-title'],
  }),
  'panel-news': panel('What is new since the rep last looked'),
  'panel-model-waiting': panel('A model’s server asks to wait', { shows: 'model-waiting' }),
  'panel-model-gone': panel('A model that is gone, with what there is instead', {
    shows: 'use-successor',
    clicks: ['other-models'],
  }),
  'panel-model-invalid': panel('A model’s answer that can’t be used', {
    shows: 'model-failed',
  }),
  'panel-replaced': panel('A model’s brief that has just replaced the basic one', {
    shows: 'cost-toggle',
  }),
  'panel-model-cost': panel('What a model’s reading took', { clicks: ['cost-toggle'] }),
  'panel-picked': panel('Somebody who isn’t on the page'),
  'panel-remember': panel('A selected passage: about whom?', { shows: 'remember-asking' }),
  'panel-remembered': panel('A passage remembered', { shows: 'remember-done' }),
  'panel-200': panel('Two hundred interactions'),
  'panel-long-names': panel('Very long names'),
  'panel-rtl': panel('Right to left', { rightToLeft: true }),
  'panel-foreign': panel('Logs in another language'),
  'panel-unreachable': panel('Memory unreachable, a log waits'),
  'panel-unreachable-earlier': panel('Memory unreachable, an earlier brief at hand'),
  'panel-rereading': panel('An earlier brief while memory is read'),
  'panel-filter': panel('A long timeline, searched', {
    clicks: ['timeline-filter-toggle', 'timeline-search'],
    types: 'migration',
  }),
  'panel-filter-nothing': panel('A search that finds nothing', {
    clicks: ['timeline-filter-toggle', 'timeline-search'],
    types: 'zebra',
  }),
  'panel-kept': panel('A promise marked kept', { clicks: ['mark-kept'] }),
  'panel-which': panel('A bare name that two people have', { shows: 'which-person' }),
  'panel-which-known': panel('Somebody of that name under another address', {
    shows: 'which-person',
  }),
  'panel-which-decided': panel('A bare name that was decided', {
    shows: 'which-person-decided',
  }),
  'panel-edit-person': panel('Who somebody is', {
    clicks: ['edit-person-toggle'],
    brings: 'edit-person',
  }),
  'panel-edit-log': panel('A stored log being edited', {
    clicks: ['timeline-edit', 'edit-delete'],
  }),
  'panel-refused': panel('Memory refuses the key'),
  'panel-no-bank': panel('No such bank'),
  'panel-not-allowed': panel('The browser doesn’t let the extension reach memory'),
  'panel-broken': panel('Memory answers with an error'),
  'panel-not-configured': panel('No memory set up'),
  'week-new': week('The week, before it was asked for'),
  'week-due': week('The week, reminded of'),
  'week-looking': week('The week, everybody being looked up'),
  'week-reading': week('The week, being read'),
  'week-ranking': week('The week, a model compares'),
  'week-asking': week('The week of four hundred, before a model is asked'),
  'week-done': week('The week by rules'),
  'week-source': week('The words behind a line of the week', { clicks: ['source-toggle'] }),
  'week-model': week('The week by a model'),
  'week-strange': week('The week with long and foreign names'),
  'week-nobody': week('The week of nobody'),
  'week-stopped': week('The week, stopped midway'),
  'week-failed': week('The week, the model away'),
  'week-german': week('The week in German', { language: 'de' }),
  'popup-empty': popup('Nothing known about the page'),
  'popup-about': popup('About the page’s prospect'),
  'popup-due': popup('A meeting ended without a log', { shows: 'due' }),
  'popup-new': popup('Somebody without a history'),
  'popup-reading': popup('Memory being read'),
  'popup-away': popup('Memory unreachable, the last score at hand'),
  'popup-several': popup('Several people, on a site that isn’t read'),
  'popup-dictating': popup('Dictating'),
  'popup-no-microphone': popup('No permission for the microphone'),
  'popup-long-names': popup('Very long names'),
  'popup-people': popup('A name being typed, known people offered', {
    clicks: ['log-prospect-name'],
    types: 'a',
    brings: 'known-prospect',
  }),
  'panel-people-picking': panel('Somebody being chosen by arrow keys', {
    clicks: ['somebody-else', 'prospect-search'],
    types: 'sa',
    keys: ['ArrowDown', 'ArrowDown'],
    brings: 'known-prospect',
  }),
  'popup-draft': popup('A draft about somebody else'),
  'popup-draft-nameless': popup('A draft that names nobody'),
  'popup-when': popup('A log of another time'),
  'popup-missing': popup('Saved without words', { clicks: ['log-save'] }),
  'popup-saving': popup('Saving'),
  'popup-here': popup('Saved here, memory away', { shows: 'outbox' }),
  'popup-remembered': popup('Remembered'),
  'popup-needs-you': popup('A log that needs the rep', { shows: 'outbox' }),
  'popup-failed': popup('Not saved'),
  'popup-undone': popup('Taken back'),
  'popup-outbox': popup('Several logs wait', { shows: 'outbox' }),
  'popup-german': popup('A call logged, in German', { language: 'de' }),
  'options-german': options('Options in German', { language: 'de' }),
  'options-spanish': options('Options in Spanish', { language: 'es' }),
  'options-new': options('The first of three steps'),
  'options-second-step': options('The second step', { clicks: ['first-run-next'] }),
  'options-third-step': options('The third step', { clicks: ['first-run-next', 'first-run-next'] }),
  'options-ready': options('After the three steps, sample deals loaded', {
    clicks: ['first-run-next', 'first-run-next', 'first-run-next', 'samples-load'],
  }),
  'options-not-allowed': options('Chrome wasn’t allowed to reach the server', {
    clicks: ['connection-test'],
  }),
  'options-samples-away': options('Sample deals, memory away', { clicks: ['samples-load'] }),
  'options-groq-test': options('A Groq key that works', { clicks: ['model-test'] }),
  'options-model-gone': options('A Groq model that is gone', { clicks: ['model-test'] }),
  'options-diagnostics': options('What is copied for whoever helps', {
    clicks: ['diagnose', 'diagnostics-open'],
  }),
  'options-set': options('Everything set'),
  'options-sites': options('Sites that were switched on'),
  'options-test-good': options('A good connection', { clicks: ['connection-test'] }),
  'options-test-bad': options('A connection that fails', { clicks: ['connection-test'] }),
  'options-no-bank': options('A bank that is missing', { clicks: ['connection-test'] }),
  'options-import': options('A file before it is imported'),
  'options-importing': options('An import under way'),
  'options-import-ended': options('An import that was cancelled'),
  'options-export': options('One prospect’s logs into a file', { clicks: ['export-pick'] }),
  'options-own-model': options('A model of one’s own'),
  'options-erase': options('Before everything is erased', {
    clicks: ['erase-server'],
    brings: 'confirm-dialog',
  }),
  'options-forget': options('Forgetting somebody', {
    clicks: ['known-prospect'],
    brings: 'confirm-dialog',
  }),
} as const satisfies Record<string, Story>;

export type StoryName = keyof typeof stories;
