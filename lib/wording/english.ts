import { firstMeeting, type Play, playbook } from '../../prompts/playbook';
import {
  bands,
  type RubricRule,
  rubric,
  scoreMeaning,
  type Topic,
  topicNames,
} from '../../prompts/rubric';
import type { HeldRule } from '../digest/types';
import type { Tone } from '../follow-up/tone';

type Label = (typeof bands)[number]['label'];

const listed = (items: string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const logs = (count: number) => `${count} ${count === 1 ? 'log' : 'logs'}`;
const times = (count: number) => (count === 2 ? 'twice' : `${count} times`);
const quoted = (text: string) => `“${text}”`;

/**
 * Every sentence that code composes about a deal, in English. Whatever other language there is says
 * the same: its type is this one's. What is put in is names, days as `day` words them, logged words
 * and numbers, each at the place that the language has for it.
 */
export const english = {
  /** BCP 47, for days and numbers. */
  locale: 'en-GB',
  /** How whole numbers are grouped. */
  numbers: 'en-US',
  topics: topicNames as Record<Topic, string>,
  plays: playbook as Record<Topic, Play>,
  listed,
  times,
  quoted,

  risk: {
    rejection: 'They said no',
    championLost: 'The champion is gone',
    promiseOverdue: (promise: string) => `Our promise is overdue: ${quoted(promise)}`,
    legal: 'Legal or procurement holds the deal up',
    rivalPressing: 'A competitor’s price pressure is unresolved',
    rivalActive: 'A competitor is in play',
    budget: 'The budget is blocked',
    again: (risk: string, count: number) => `${risk} (raised ${times(count)})`,
    silence: (days: number, tries: number) =>
      `Nothing heard for ${days} days${tries < 2 ? '' : `, ${tries} of our tries unanswered`}`,
    noDecisionMaker: 'Nobody who decides has taken part yet',
    /** Two of them as one sentence. */
    both: (first: string, second: string) =>
      `${first}, and ${second.charAt(0).toLowerCase()}${second.slice(1)}.`,
  },
  /** What to bring, as it stands after "bring"; of topics, the plays say it. */
  bring: {
    promised: 'what was promised',
    legal: 'what legal or procurement is waiting for',
    rival: 'a comparison on what matters to them',
    summary: 'a one-page summary for whoever signs',
    both: (first: string, second: string) => `${first} and ${second}`,
  },
  action: {
    rejection: (name: string) =>
      `Thank ${name}, ask what decided it, and agree when to look at it again; don’t pitch.`,
    championLost: (bring: string) => `Ask who takes over, and get an introduction; bring ${bring}.`,
    promiseOverdue: (name: string, promise: { day: string; words: string } | null) =>
      `Deliver what we promised${promise ? ` on ${promise.day} (${quoted(promise.words)})` : ''} before anything else, and tell ${name} when it is there.`,
    legal: (name: string) =>
      `Ask ${name} what legal or procurement still needs, send it, and agree a date for sign-off.`,
    given: (name: string, day: string, topic: string | null) =>
      `Ask ${name} whether what we gave on ${day} settles ${topic ?? 'this'}, and what is still missing.`,
    bring: (name: string, bring: string, ask: string) => `Bring ${name} ${bring}, and ${ask}.`,
    callWith: (name: string, bring: string, ask: string) =>
      `Call ${name} with ${bring}, and ${ask}.`,
    askRival: 'ask what decides between us',
    call: (name: string, tried: boolean) =>
      tried ? `Call ${name} instead of writing again` : `Call ${name}`,
    silenceWith: (call: string, bring: string, ask: string) =>
      `${call}, with ${bring}: ${ask}, and offer two dates.`,
    silence: (call: string, given: { day: string; words: string } | null) =>
      `${call}: ${given ? `ask what came of ${given.day} (${quoted(given.words)})` : 'ask whether it is still a priority'}, and offer two dates.`,
    keepPromise: (name: string, words: string, due: string | null) =>
      `Keep our promise${due ? ` by ${due}` : ''} (${quoted(words)}), and agree the next date with ${name}.`,
    theirPromise: (name: string, words: string) =>
      `Ask ${name} what came of it: ${quoted(words)}, and agree the next date.`,
    signature: (name: string) =>
      `Ask ${name} for the date of the signature, and agree the go-live.`,
    contract: (name: string) =>
      `Send ${name} the contract, and agree the date for signature and go-live.`,
    pilot: (name: string) =>
      `Agree with ${name} what makes the pilot a success, and the date to decide on it.`,
    decision: (name: string) =>
      `Ask ${name} what is still missing for the decision, and bring it before that date.`,
    liked: (name: string, words: string) =>
      `Build on what ${name} liked (${quoted(words)}): propose a pilot with a date.`,
    firstMeeting,
    whoDecides: (name: string) => `Ask ${name} who else decides, and for a call with them.`,
    nextStep: (name: string) =>
      `Ask ${name} what matters most this quarter, and agree a dated next step.`,
    pilotDates: (name: string) =>
      `Propose dates for the pilot to ${name}, with what it must prove.`,
    offer: (name: string) => `Send ${name} the offer, and agree a date to go through it together.`,
    offerSent: (name: string, day: string) =>
      `Ask ${name} what is missing for a yes to what we sent on ${day}, and by when they decide.`,
  },
  warning: {
    idle: (days: number) => `Nothing logged for ${days} days.`,
    ghosted: (tries: number) => `${tries} tries without an answer.`,
    overdue: (promise: string) => `We owe them: ${quoted(promise)}`,
    noDecisionMaker: 'No decision-maker or champion has taken part yet.',
    noPrice: 'Price has never been talked about.',
    onePerson: (company: string | null) =>
      `Everything hangs on one person: memory knows nobody else${company ? ` at ${company}` : ' of their company'}.`,
    rejection: 'They said no.',
    championLost: 'The champion left.',
    stalled: (days: number) => `Nothing gained for ${days} days.`,
  },
  ledger: {
    rows: Object.fromEntries(
      Object.entries(rubric).map(([rule, { text }]) => [rule, text]),
    ) as Record<RubricRule, string>,
    meaning: scoreMeaning as string,
    labels: Object.fromEntries(bands.map(({ label, meaning }) => [label, meaning])) as Record<
      Label,
      string
    >,
    about: (row: string, topic: string) => `${row}: ${topic}`,
    takenBack: {
      bySaidNo: (row: string) => `Taken back: ${row.toLowerCase()}, before they said no`,
      resolved: (topic: string) => `Taken back: ${topic} was resolved`,
      legal: 'Taken back: legal or procurement is done',
      rival: 'Taken back: the competitor is out',
      champion: 'Taken back: a new champion stepped in',
      rejection: 'Taken back: they came back after their no',
      budget: 'Taken back: the budget was released',
    },
    overdue: (promise: string) => `Our promise is overdue: ${quoted(promise)}`,
    silence: (days: number) => `Silence of ${days} days`,
  },
  /** How the languages that can be told apart are called. */
  languages: {
    de: 'German',
    fr: 'French',
    es: 'Spanish',
    it: 'Italian',
    pt: 'Portuguese',
    nl: 'Dutch',
    sv: 'Swedish',
    pl: 'Polish',
    ja: 'Japanese',
    ko: 'Korean',
    zh: 'Chinese or Japanese',
    ru: 'Russian or a neighbour of it',
    el: 'Greek',
    he: 'Hebrew',
    ar: 'Arabic or Persian',
    th: 'Thai',
    hi: 'Hindi or a neighbour of it',
  } as Record<string, string>,
  note: {
    later: (count: number) =>
      `${count} logged for a later date ${count === 1 ? 'isn’t' : 'aren’t'} counted yet.`,
    unreadable: (count: number, all: number, languages: string[]) =>
      `${count} of ${all} logs are not in English${languages.length > 0 ? ` (${languages.join(', ')})` : ''}: the basic reader can’t read them. They are in the timeline.`,
    addressed: (count: number) =>
      `${count === 1 ? '1 log turns' : `${count} logs turn`} to whoever reads it by machine: what follows there isn’t counted.`,
    leftOut: (count: number) =>
      `${logs(count)} didn’t fit into what a model reads; the basic reader read them.`,
    unreadOfThese: (count: number) => `${count} of these are in a language that it can’t read.`,
    shortened: (count: number) => `The model read only the beginning of ${logs(count)}.`,
  },
  meeting: {
    budget: 'the budget',
    goingAhead: 'going ahead',
    legal: 'legal and procurement',
    strangersOnly: (names: string[]) =>
      `Ask ${listed(names)} what each of them needs, and introduce the product.`,
    strangersToo: (names: string[]) =>
      `${listed(names)} ${names.length === 1 ? 'is' : 'are'} new: ask what matters to them.`,
    change: 'ask what would have to change',
    leavesOpen: (ask: string) => `ask what our answer leaves open, and ${ask}`,
    bring: (bring: string, ask: string) => `bring ${bring}, and ${ask}`,
    settle: (about: string, doubting: string[], others: string[], todo: string) =>
      `Settle ${about} in the room, where ${listed(doubting)} ${doubting.length > 1 ? 'have' : 'has'} doubts and ${listed(others)} not: ${todo}.`,
    begin: (about: string, names: string[], todo: string) =>
      `Begin with ${about}, which worries ${listed(names)}: ${todo}.`,
  },
  week: {
    promised: (day: string, words: string) => `We promised by ${day}: ${quoted(words)}`,
    asked: (words: string) => `They asked, and nothing is sent yet: ${quoted(words)}`,
    ahead: (day: string, words: string) => `Next: ${day} (${quoted(words)})`,
    gained: (label: Label, words: string) => `${label}: ${quoted(words)}`,
    still: (score: number) => `Score ${score}, and nothing that moves it yet.`,
    labels: {
      Cold: 'Cold',
      'Warming up': 'Warming up',
      Engaged: 'Engaged',
      Hot: 'Hot',
      Closing: 'Closing',
    } as Record<Label, string>,
    momentum: { improving: 'improving', steady: 'steady', declining: 'declining' },
    warnings: {
      no_activity: 'no activity',
      ghosted: 'ghosted',
      overdue_promise: 'overdue promise',
      single_threaded: 'single threaded',
      no_decision_maker: 'no decision maker',
      pricing_never_discussed: 'pricing never discussed',
      red_flag: 'red flag',
      stalled: 'stalled',
    },
    held: {
      pressed: 'slipping, a rival presses, and our last try is unanswered',
      owing: 'slipping, we owe them, and our last try is unanswered',
      overdue: 'a promise of ours is overdue',
      silent: 'it was hot, and they stopped answering',
      refused: 'they said no',
      champion: 'the champion is gone',
    } as Record<HeldRule, string>,
    heads: {
      attention: 'Needs attention now',
      follow_up: 'Follow up this week',
      on_track: 'On track',
    },
    title: (day: string) => `The week, ${day}`,
    nobody: 'No prospects are remembered yet.',
    since: (days: number | null) =>
      days === null ? 'no contact yet' : `${days === 1 ? '1 day' : `${days} days`} since contact`,
    why: 'Why',
    todo: 'Do',
    cameBack: (topic: string, count: number, days: string, open: boolean) =>
      `Came back: ${topic}, ${count} times (${days})${open ? '' : ', settled'}`,
    heldByRule: (rule: string) => `Held here by rule: ${rule}`,
    from: 'From',
    deals: (count: string, one: boolean) => `${count} ${one ? 'deal' : 'deals'}`,
    byRules: (deals: string) => `${deals}, compared by rules (basic reader).`,
    untold: 'tokens not told by its server',
    tokens: (count: string) => `${count} tokens`,
    byModel: (deals: string, model: string, calls: number, tokens: string, seconds: string) =>
      `${deals}, compared by ${model} in ${calls} ${calls === 1 ? 'call' : 'calls'}, ${tokens}, ${seconds} s.`,
    mended: (told: string) => `Mended: ${told}.`,
    mends: {
      missing: 'left out by it, placed by rules',
      doubled: 'named twice',
      invented: 'invented, dropped',
      unreadable: 'without a readable bucket',
      moved: 'moved by a hard rule',
      reworded: 'sentences that the logs don’t bear out, replaced',
      byRules: 'batches nominated by rules',
    },
    objections: {
      title: 'Objections of the last 30 days',
      concern: 'concern',
      deals: 'deals',
      times: 'times',
      open: 'open',
    },
    more: (count: number) => `… ${count} more in SalesMemory.`,
  },
  mail: {
    parts: {
      agreed: 'What we agreed',
      fromMe: 'What you get from me',
      fromYou: 'What I get from you',
      asked: 'What you asked for',
    },
    /** How a concern is called to whoever has it; topics that no mail is to name are not in it. */
    topics: {
      budget: 'the budget',
      price: 'the price',
      timing: 'the timing',
      onboarding: 'onboarding',
      migration: 'data migration',
      security: 'security',
      integration: 'the integration',
      reliability: 'reliability',
      features: 'what it can do',
      support: 'support',
      contract: 'the contract',
      adoption: 'adoption by your team',
    } as Partial<Record<Topic, string>>,
    greeting: {
      warm: (given) => `Hi ${given},`,
      plain: (given) => `Hello ${given},`,
      formal: (_, name) => `Dear ${name},`,
    } as Record<Tone, (given: string, name: string) => string>,
    opening: {
      warm: (day) => `it was good to talk to you on ${day}. Here is what I took away:`,
      plain: (day) => `this is what I noted from our call on ${day}:`,
      formal: (day) => `thank you for your time on ${day}. Please find below what I noted:`,
    } as Record<Tone, (day: string) => string>,
    thanks: {
      warm: (day) => `thank you for the call on ${day}.`,
      plain: (day) => `thank you for the call on ${day}.`,
      formal: (day) => `thank you for the call on ${day}.`,
    } as Record<Tone, (day: string) => string>,
    raised: {
      warm: (topics) => `You raised ${topics}; I will come back to you on that.`,
      plain: (topics) => `You raised ${topics}; I will come back to you on that.`,
      formal: (topics) => `You raised ${topics}; I will come back to you on that.`,
    } as Record<Tone, (topics: string) => string>,
    closing: {
      warm: 'Did I miss anything? Just write back.',
      plain: 'Please tell me if anything is missing or different.',
      formal: 'Please let me know should anything be missing or different.',
    } as Record<Tone, string>,
    farewell: {
      warm: 'Best,',
      plain: 'Best regards,',
      formal: 'Yours sincerely,',
    } as Record<Tone, string>,
    subject: (day: string) => `Our call on ${day}`,
    agreed: 'what we agreed',
  },
};

/** Every sentence of a language. */
export type Wording = typeof english;
