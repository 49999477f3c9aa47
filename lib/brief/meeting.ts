import { playbook } from '../../prompts/playbook';
import { type SignalKind, type Topic, topicNames } from '../../prompts/rubric';
import { prospectKey } from '../identity/key';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
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
const plainMatters: { about: string; for: SignalKind[]; against: SignalKind[] }[] = [
  { about: 'the budget', for: ['budget_confirmed'], against: ['budget_blocked'] },
  {
    about: 'going ahead',
    for: ['verbal_commitment', 'pilot_agreed', 'champion'],
    against: ['rejection', 'champion_lost'],
  },
  { about: 'legal and procurement', for: ['legal_cleared'], against: ['legal_blocker'] },
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
function stancesOf(signals: Signal[]): Stance[] {
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
      about: topicNames[topic],
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
    stances.push({ about, topic: null, side, times: 1, claim: claimOf(newest) });
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

/** @returns names as they stand in a sentence ("A, B and C"). */
function listed(names: string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function personOf({ prospect, interactions, score, label, momentum, signals }: Brief) {
  const stances = stancesOf(signals);
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
 */
export function meetingBrief(all: Brief[]): MeetingBrief {
  const briefs = [...all].sort(
    (a, b) =>
      b.interactions.count - a.interactions.count ||
      (prospectKey(a.prospect) < prospectKey(b.prospect) ? -1 : 1),
  );
  const names = namesOf(briefs);
  const nameOf = ({ prospect }: { prospect: Prospect }) => names.get(prospectKey(prospect)) ?? '';
  const people = briefs.map(personOf);
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
  const action = actionFor(briefs, people, { disagreements, shared, nameOf });
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
  }: Pick<MeetingBrief, 'disagreements' | 'shared'> & {
    nameOf: (one: { prospect: Prospect }) => string;
  },
): Claim {
  const strangers = people.filter(({ isNew }) => isNew).map(nameOf);
  const met = strangers.length < people.length;
  if (!met) {
    return {
      text: `Ask ${listed(strangers)} what each of them needs, and introduce the product.`,
      evidence: [],
    };
  }
  const hello =
    strangers.length === 0
      ? ''
      : ` ${listed(strangers)} ${strangers.length === 1 ? 'is' : 'are'} new: ask what matters to them.`;
  const bringFor = (about: string): string => {
    const held = people.flatMap((person, index) => {
      const stance = person.stances.find((one) => one.about === about && one.side === 'against');
      const brief = briefs[index];
      return stance?.topic && brief ? [{ topic: stance.topic, stance, brief }] : [];
    });
    const [first] = held;
    if (!first) return 'ask what would have to change';
    const given = held.every(({ topic, stance, brief }) =>
      wasGiven(topic, stance.claim.evidence[0]?.at ?? '', brief),
    );
    const { ask, bring } = playbook[first.topic];
    return given ? `ask what our answer leaves open, and ${ask}` : `bring ${bring}, and ${ask}`;
  };
  const split = disagreements[0];
  const common = shared[0];
  // What worries several weighs more than what worries one and another not.
  if (split && !common) {
    const side = (of: Stance['side']) =>
      listed(split.sides.filter((one) => one.side === of).map(({ name }) => name));
    const many = split.sides.filter(({ side }) => side === 'against').length > 1;
    return {
      text: `Settle ${split.about} in the room, where ${side('against')} ${many ? 'have' : 'has'} doubts and ${side('for')} not: ${bringFor(split.about)}.${hello}`,
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
      text: `Begin with ${common.about}, which worries ${listed(common.names)}: ${bringFor(common.about)}.${hello}`,
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
