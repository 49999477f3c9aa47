import type { BriefLanguage } from '../../prompts/language';
import type { SignalKind, Topic } from '../../prompts/rubric';
import { prospectKey } from '../identity/key';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import { type Wording, wordingOf } from '../wording';
import { asSentence, evidenceOf } from './sections';
import { topicOf, topicStates } from './topics';
import type { Brief, Claim, CoveredItem, Label, Momentum, Signal } from './types';

/** A matter that somebody has spoken of, and where they stand on it by their newest words. */
export interface Stance {
  /** What it is about, as it is called in a sentence. */
  about: string;
  topic: Topic | null;
  side: 'for' | 'against';
  /** In how many interactions they raised it as a concern. */
  times: number;
  claim: Claim;
}

/** One person of a meeting. */
export interface MeetingPerson {
  prospect: Prospect;
  /** Nothing is remembered of them. */
  isNew: boolean;
  interactions: number;
  lastAt: string | null;
  score: number;
  label: Label;
  momentum: Momentum;
  /** What they care about: what stands in their way first, the newest first. */
  stances: Stance[];
}

/** A matter on which two people of a meeting stand on different sides. */
export interface Disagreement {
  about: string;
  sides: { name: string; side: Stance['side']; claim: Claim }[];
}

/** Something that some of a meeting were shown or sent, and others weren't. */
export interface ToldToSome {
  item: CoveredItem;
  to: string[];
  notTo: string[];
}

/** One brief for a meeting with several prospects. Computed anew each time, never stored. */
export interface MeetingBrief {
  /** Known people first, those that were spoken to most first; then the new ones. */
  people: MeetingPerson[];
  disagreements: Disagreement[];
  /** Open concerns that several of them share. */
  shared: { about: string; names: string[] }[];
  told: ToldToSome[];
  action: Claim;
  /** The memories that the claims rest on. */
  memories: Interaction[];
}

/** Where kinds that are about no topic put somebody, and what the matter is called. */
const plainMatters: {
  about: 'budget' | 'goingAhead' | 'legal';
  for: SignalKind[];
  against: SignalKind[];
}[] = [
  { about: 'budget', for: ['budget_confirmed'], against: ['budget_blocked'] },
  {
    about: 'goingAhead',
    for: ['verbal_commitment', 'pilot_agreed', 'champion'],
    against: ['rejection', 'champion_lost'],
  },
  { about: 'legal', for: ['legal_cleared'], against: ['legal_blocker'] },
];

/** Kinds that speak for us on the topic they name. */
const welcome = new Set<SignalKind>(['positive_reaction', 'need_confirmed', 'objection_resolved']);

/** Things told to some only, at most; more is a list that nobody reads before a meeting. */
const mostTold = 4;

const claimOf = (signal: Signal): Claim => ({
  text: asSentence(signal.quote),
  evidence: [evidenceOf(signal)],
});

/** @returns where one person stands on each matter they have spoken of. Signals oldest first. */
function stancesOf(signals: Signal[], words: Wording): Stance[] {
  const stances: Stance[] = [];
  const states = new Map(topicStates(signals).map((state) => [state.topic, state]));
  const topics = new Set<Topic>([
    ...states.keys(),
    ...signals
      .filter(({ kind, topic }) => welcome.has(kind) && topic !== null)
      .map((signal) => topicOf(signal)),
  ]);
  topics.delete('other');
  for (const topic of topics) {
    const { raised = [], resolution = null } = states.get(topic) ?? {};
    const doubt = resolution === null ? raised.at(-1) : undefined;
    const liked = signals.findLast((one) => welcome.has(one.kind) && topicOf(one) === topic);
    const newest = doubt ?? resolution ?? liked;
    if (!newest) continue;
    stances.push({
      about: words.topics[topic],
      topic,
      side: doubt ? 'against' : 'for',
      times: raised.length,
      claim: claimOf(newest),
    });
  }
  for (const { about, for: goods, against } of plainMatters) {
    const newest = signals.findLast(({ kind }) => goods.includes(kind) || against.includes(kind));
    if (!newest) continue;
    const side = goods.includes(newest.kind) ? 'for' : 'against';
    const called = words.meeting[about];
    stances.push({ about: called, topic: null, side, times: 1, claim: claimOf(newest) });
  }
  const at = ({ claim }: Stance) => claim.evidence[0]?.at ?? '';
  return stances.sort(
    (a, b) =>
      Number(b.side === 'against') - Number(a.side === 'against') || (at(a) > at(b) ? -1 : 1),
  );
}

/** @returns what each person is called: the first name where it is theirs alone. */
function namesOf(briefs: Brief[]): Map<string, string> {
  const first = (name: string) => name.split(' ')[0] ?? name;
  const count = Map.groupBy(briefs, ({ prospect }) => first(prospect.name).toLowerCase());
  return new Map(
    briefs.map(({ prospect }) => {
      const short = first(prospect.name);
      const alone = count.get(short.toLowerCase())?.length === 1;
      return [prospectKey(prospect), alone ? short : prospect.name];
    }),
  );
}

function personOf(
  { prospect, interactions, score, label, momentum, signals }: Brief,
  words: Wording,
): MeetingPerson {
  const stances = stancesOf(signals, words);
  const { count, lastAt } = interactions;
  const isNew = count === 0;
  return { prospect, isNew, interactions: count, lastAt, score, label, momentum, stances };
}

/** Whether something about a topic was sent, shown or answered after words about it. */
function wasGiven(topic: Topic, since: string, brief: Brief): boolean {
  return brief.signals.some(
    (one) =>
      ['covered_sent', 'covered_answered', 'covered_demoed'].includes(one.kind) &&
      one.topic === topic &&
      one.at > since,
  );
}

/**
 * The brief of a meeting from the briefs of its people: who cares about what, who is new, where they
 * disagree, and what some have heard and others haven't.
 *
 * In: one brief for each person, in any order, all of one moment. Out: deterministic; every claim
 * carries the memories it rests on.
 *
 * @param language that the briefs are in
 */
export function meetingBrief(all: Brief[], language: BriefLanguage = 'en'): MeetingBrief {
  const words = wordingOf(language);
  const briefs = [...all].sort(
    (a, b) =>
      b.interactions.count - a.interactions.count ||
      (prospectKey(a.prospect) < prospectKey(b.prospect) ? -1 : 1),
  );
  const names = namesOf(briefs);
  const nameOf = ({ prospect }: { prospect: Prospect }) => names.get(prospectKey(prospect)) ?? '';
  const people = briefs.map((brief) => personOf(brief, words));
  const matters = Map.groupBy(
    people.flatMap((person) => person.stances.map((stance) => ({ person, stance }))),
    ({ stance }) => stance.about,
  );
  const disagreements: Disagreement[] = [];
  const shared: MeetingBrief['shared'] = [];
  for (const [about, held] of matters) {
    const against = held.filter(({ stance }) => stance.side === 'against');
    if (against.length > 0 && against.length < held.length) {
      const sides = held.map(({ person, stance }) => ({
        name: nameOf(person),
        side: stance.side,
        claim: stance.claim,
      }));
      disagreements.push({ about, sides });
    }
    if (against.length > 1) {
      shared.push({ about, names: against.map(({ person }) => nameOf(person)) });
    }
  }
  const told = toldToSome(briefs, nameOf);
  const action = actionFor(briefs, people, { disagreements, shared, nameOf, words });
  const cited = new Set(
    [
      ...people.flatMap(({ stances }) => stances.map(({ claim }) => claim)),
      ...told.map(({ item }) => item),
      action,
    ].flatMap(({ evidence }) => evidence.map(({ memoryId }) => memoryId)),
  );
  const memories = briefs.flatMap(({ timeline }) => timeline.filter(({ id }) => cited.has(id)));
  return { people, disagreements, shared, told, action, memories };
}

/** @returns what was told to some of a meeting only, the newest first. */
function toldToSome(briefs: Brief[], nameOf: (brief: Brief) => string): ToldToSome[] {
  const items = briefs.flatMap((brief) => brief.sections.covered.map((item) => ({ brief, item })));
  return [...Map.groupBy(items, ({ item }) => item.text.toLowerCase()).values()]
    .flatMap((told): ToldToSome[] => {
      const [first] = told;
      const to = new Set(told.map(({ brief }) => brief));
      const notTo = briefs.filter((brief) => !to.has(brief));
      if (!first || notTo.length === 0) return [];
      return [{ item: first.item, to: [...to].map(nameOf), notTo: notTo.map(nameOf) }];
    })
    .sort((a, b) => (a.item.at > b.item.at ? -1 : 1))
    .slice(0, mostTold);
}

/** One thing to do in the meeting; whoever is new is named with it. */
function actionFor(
  briefs: Brief[],
  people: MeetingPerson[],
  {
    disagreements,
    shared,
    nameOf,
    words,
  }: Pick<MeetingBrief, 'disagreements' | 'shared'> & {
    nameOf: (one: { prospect: Prospect }) => string;
    words: Wording;
  },
): Claim {
  const { meeting: say } = words;
  const strangers = people.filter(({ isNew }) => isNew).map(nameOf);
  const met = strangers.length < people.length;
  if (!met) return { text: say.strangersOnly(strangers), evidence: [] };
  const hello = strangers.length === 0 ? '' : ` ${say.strangersToo(strangers)}`;
  const bringFor = (about: string): string => {
    const held = people.flatMap((person, index) => {
      const stance = person.stances.find((one) => one.about === about && one.side === 'against');
      const brief = briefs[index];
      return stance?.topic && brief ? [{ topic: stance.topic, stance, brief }] : [];
    });
    const [first] = held;
    if (!first) return say.change;
    const given = held.every(({ topic, stance, brief }) =>
      wasGiven(topic, stance.claim.evidence[0]?.at ?? '', brief),
    );
    const { ask, bring } = words.plays[first.topic];
    return given ? say.leavesOpen(ask) : say.bring(bring, ask);
  };
  const split = disagreements[0];
  const common = shared[0];
  // What worries several weighs more than what worries one and another not.
  if (split && !common) {
    const side = (of: Stance['side']) =>
      split.sides.filter((one) => one.side === of).map(({ name }) => name);
    const todo = bringFor(split.about);
    return {
      text: `${say.settle(split.about, side('against'), side('for'), todo)}${hello}`,
      evidence: split.sides.flatMap(({ claim }) => claim.evidence),
    };
  }
  if (common) {
    const evidence = people.flatMap(({ stances }) =>
      stances
        .filter(({ about, side }) => about === common.about && side === 'against')
        .flatMap(({ claim }) => claim.evidence),
    );
    return {
      text: `${say.begin(common.about, common.names, bringFor(common.about))}${hello}`,
      evidence,
    };
  }
  // Where nothing is between them, the one whose deal is worst off has the first word.
  const pressing = briefs
    .filter(({ interactions }) => interactions.count > 0)
    .toSorted((a, b) => Number(b.risk !== null) - Number(a.risk !== null) || a.score - b.score)[0];
  const own = pressing?.recommended_action;
  return { text: `${own?.text ?? ''}${hello}`, evidence: own?.evidence ?? [] };
}
