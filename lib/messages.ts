import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Reply } from './ask/types';
import type { MeetingBrief } from './brief/meeting';
import type { Brief } from './brief/types';
import type { Detection } from './detect/detection';
import type { Unread, UnreadPage } from './detect/health';
import type { Reminder, WeekView } from './digest/run';
import type { DueMeeting } from './due';
import type { Tone } from './follow-up/tone';
import type { FollowUp } from './follow-up/types';
import type { Decision, PersonChange } from './identity/people';
import type { Prospect } from './identity/prospect';
import type { Interaction, InteractionType, Outcome } from './interaction';
import type { MemoryReason } from './memory/errors';
import type { ShownEvent } from './upnext/grid';
import type { HoveredEvent } from './upnext/hover';
import type { UpNext } from './upnext/meetings';

/** A failure that a screen can show: what happened, what is safe, what to do. */
export interface Failure<Reason extends string = string> {
  ok: false;
  reason: Reason;
  message: string;
  /** Where a server said after how many seconds it takes requests again. */
  retryAfterSeconds?: number;
}

/** Why memory couldn't answer. The three never look alike on a screen. */
export type MemoryFailure = Failure<MemoryReason>;

/** What the chip on the page shows. Nothing else of a brief ever reaches a page. */
export interface ChipView {
  name: string;
  score: number | null;
  label: string | null;
  momentum: 'improving' | 'steady' | 'declining' | null;
  /** What a screen reader says of it, and of the button that hides it. */
  spoken?: string;
  hide?: string;
  /** Where the rep put it on this site; absent: where it stands by itself. */
  place?: ChipPlace;
}

/** A place on the screen, in pixels from its edges. */
export interface ChipPlace {
  right: number;
  bottom: number;
}

/** The site in the tab in front of a window, and whether it can be switched on or taken back. */
export interface SiteHere {
  host: string;
  /** The match pattern of its origin. */
  pattern: string;
  /** `built_in`: a script of the extension's own serves it. */
  use: 'built_in' | 'on' | 'off';
}

/** What the tab in front is about. */
export interface PageContext {
  tabId: number | null;
  detection: Detection | null;
  /** Everyone on the page who isn't the rep, a colleague or a room. */
  prospects: Prospect[];
  /** What is wrong with a page that should name somebody and doesn't; null or absent: nothing. */
  unread?: UnreadPage | null;
  /** The basic brief of the first prospect, where it was read ahead and still holds. */
  brief?: Brief | null;
}

/** What the tab in front of a window is about, from the moment that its page has said so. */
export interface PageShown {
  windowId: number;
  context: PageContext;
}

/** A brief and where its memories come from. */
export type BriefAnswer =
  | { ok: true; brief: Brief }
  /** Memory failed; `brief` is what the outbox alone knows, where it knows anything. */
  | (MemoryFailure & { brief: Brief | null });

/** One brief for the people of a meeting; `missing` are those whom memory couldn't answer about. */
export type MeetingBriefAnswer =
  | { ok: true; meeting: MeetingBrief; missing: number }
  | MemoryFailure;

/** What a rep types about a call. */
export interface LogDraft {
  /** Made by who saves: handed over again, it is the same log. Absent: made in the background. */
  id?: string;
  prospect: Prospect;
  summary: string;
  outcome: Outcome;
  /** When it happened (ISO 8601); absent means now. */
  at?: string;
  type: InteractionType;
  url?: string;
}

export interface OutboxItemView {
  id: string;
  prospect: Prospect;
  summary: string;
  outcome: Outcome;
  at: string;
  /** `waiting`: saved here, will be sent. `needs_you`: can't be sent until somebody acts. */
  state: 'waiting' | 'sending' | 'needs_you';
  message: string | null;
}

export interface KnownProspect {
  prospect: Prospect;
  count: number;
  /** ISO date of the last interaction where known. */
  lastAt: string | null;
}

/** Whom a name or an address on a page means. */
export interface WhoIs {
  /** By what reps decided; the name itself where nothing was. */
  person: Prospect;
  /** Whether a rep said so. */
  decided: boolean;
  /** Others of the same name, last contact first. */
  namesakes: KnownProspect[];
  /** The other names and addresses of the person. */
  others: Decision[];
}

/** What a rep asks memory; about one person, or, where `about` is null, about whoever it names. */
export interface Question {
  question: string;
  about: Prospect | null;
}

/** The log that a mail is to follow up, and whom it is about. */
export interface FollowUpRequest {
  prospect: Prospect;
  logId: string;
}

/** The meetings to come, as an open calendar showed them, and whether each is told of before. */
export interface UpNextView {
  meetings: UpNext[];
  notice: { on: boolean; minutes: number };
}

/** A server of models, as typed in the options; in its place null stands for the saved one. */
export interface ModelServer {
  use: 'groq' | 'openai_compatible';
  baseUrl: string;
  apiKey: string;
  model: string;
}

export interface ModelsThere {
  models: string[];
  /** Which of them to take where the chosen one is gone; null where none is near. */
  successor: string | null;
}

export type Answer<T> = ({ ok: true } & T) | Failure;

/**
 * Every message between the contexts. Content scripts may send only the first group; the background
 * checks the sender and validates the data of each at its door (`entrypoints/background`).
 */
export interface ProtocolMap {
  // content script → background
  detected(detection: Detection | null): ChipView | null;
  openPanel(): void;
  /** Today's and tomorrow's events in the grid of an open calendar. */
  gridSeen(events: ShownEvent[]): void;
  /** The pointer or the focus rests on an event of a calendar: it may be opened next. */
  hovered(event: HoveredEvent): void;
  /** A page that should name somebody doesn't; null takes that back. */
  unread(problem: Unread | null): void;
  chipMoved(place: ChipPlace): void;
  // pages → background
  pageContext(windowId: number): PageContext;
  brief(prospect: Prospect): BriefAnswer;
  /** The brief by the chosen model; null where the basic reader is the choice. */
  modelBrief(prospect: Prospect): Answer<{ brief: Brief }> | null;
  meetingBrief(people: Prospect[]): MeetingBriefAnswer;
  /** Takes another model of the chosen server from now on. */
  useModel(model: string): Answer<object>;
  /**
   * The passages that answer a question, and whether a model is chosen; then what it makes of them,
   * null where the background has none to ask.
   */
  ask(question: Question): Answer<{ reply: Reply; model: boolean }>;
  askModel(question: Question): Answer<{ reply: Reply }> | null;
  /** A mail after a log, by rules; then as the chosen model words it. Sent by nobody but the rep. */
  followUp(request: FollowUpRequest): Answer<{ draft: FollowUp; model: boolean }>;
  followUpModel(request: FollowUpRequest): Answer<{ draft: FollowUp }> | null;
  setTone(tone: Tone): void;
  upNext(): UpNextView;
  /** Whether the battery is to be spared, which the background can't find out. */
  battery(spare: boolean): void;
  setNotice(notice: UpNextView['notice']): void;
  saveLog(draft: LogDraft): Answer<{ id: string }>;
  /** Remembers the passage that waits for a person (`lib/remember`). */
  rememberAbout(prospect: Prospect): void;
  /** Takes a log back for good, also one that is stored. */
  undoLog(id: string): Answer<object>;
  /** Meetings that ended and about which nothing was logged yet, the newest first. */
  dueMeetings(): DueMeeting[];
  dismissMeeting(id: string): void;
  /** Replaces a log by what it says now, under its id. */
  editLog(log: Interaction): Answer<object>;
  whoIs(ask: { named: Prospect; pageId: string | null }): Answer<WhoIs>;
  /** Changes who somebody is, for everybody who uses the bank. */
  changePerson(change: PersonChange): Answer<{ person: Prospect }>;
  /** The site of a tab's address; null where no script can be. */
  siteHere(address: string): SiteHere | null;
  /** The rep wants SalesMemory on a host; said before Chrome asks for the permission. */
  useSite(pattern: string): void;
  /** The rep takes a host back, or didn't allow it. */
  leaveSite(pattern: string): void;
  /** Hosts that SalesMemory is switched on for, as match patterns. */
  sitesInUse(): string[];
  outbox(): OutboxItemView[];
  retryOutbox(): void;
  knownProspects(query: string): Answer<{ prospects: KnownProspect[] }>;
  forgetProspect(prospect: Prospect): Answer<{ documents: number }>;
  /** Stores the sample deals in memory, and removes them again by their ids. */
  loadSamples(samples: Interaction[]): Answer<{ logs: number }>;
  removeSamples(ids: string[]): Answer<{ logs: number }>;
  /** The models that a server has now, and which of them to take in place of one that is gone. */
  modelsAt(server: ModelServer | null): Answer<ModelsThere>;
  /** Erases what this browser keeps; with `server` every log of the bank too. */
  erase(scope: { server: boolean }): Answer<{ documents: number }>;
  testConnection(connection: {
    baseUrl: string;
    apiKey: string;
    bank: string;
  }): Answer<{ version: string | null; message: string }>;
  /** Makes the bank of a connection, which may not be saved yet, and tests it. */
  createBank(connection: {
    baseUrl: string;
    apiKey: string;
    bank: string;
  }): Answer<{ version: string | null; message: string }>;
  /** Stores logs of a file; those that are there already stay as they are. */
  importLogs(logs: Interaction[]): Answer<{ stored: number; known: number }>;
  /** Everything about one prospect, or all, with what still waits. */
  exportLogs(prospect: Prospect | null): Answer<{ logs: Interaction[] }>;
  // the week of all deals (`lib/digest`)
  week(): WeekView;
  startDigest(): void;
  /** Goes on with a digest that was stopped, failed, or waits for a yes to the model. */
  goOnDigest(): void;
  stopDigest(): void;
  setReminder(reminder: Reminder): void;
  // background → pages and content scripts
  changed(what: 'page' | 'memory' | 'outbox' | 'due' | 'sites'): void;
  /** In place of a change of `page` where the background knows already what it is about. */
  pageShown(shown: PageShown): void;
  /** A model asks to wait so many seconds before it reads about the person of this key. */
  modelWait(wait: { key: string; seconds: number }): void;
  chip(view: ChipView | null): void;
  /** The rep took the site back: the script on its page ends. */
  leave(): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
