import { buildAskPrompt, replyJsonSchema, writtenReplySchema } from '../../prompts/ask';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import type { RecalledLog } from '../memory/recall';
import { asksOnlyWho } from './find';
import { groundReply } from './ground';
import { fits, isNear, namesAStranger, passageOf, ranked } from './passages';
import type { Reply } from './types';

/** Passages on the screen, and logs that a model is given to answer from. */
const passagesShown = 5;
/** Logs that are named beside "Not in memory": nearest to the question, and no answer to it. */
const nearestShown = 3;
const logsForModel = 16;

interface Asked {
  question: string;
  /** Whom it was narrowed to; nobody where about all deals. */
  people: Prospect[];
  /** The question as recall was asked it. */
  rest: string;
  /** What recall found, best first. */
  recalled: readonly RecalledLog[];
  /** Logs that only this browser has yet. */
  waiting?: readonly Interaction[];
}

/** The reply of the basic reader: the passages themselves, or that nothing fits, and what is nearest. */
export function basicReply({ question, people, rest, recalled, waiting = [] }: Asked): Reply {
  const known = new Set(recalled.map(({ interaction }) => interaction.id));
  const all = [
    ...recalled,
    ...waiting
      .filter(({ id }) => !known.has(id))
      .map((interaction) => ({ interaction, semantic: null, example: null })),
  ];
  // "What about Priya?" asks nothing further: whatever was logged with her answers it, the newest best.
  const anything = asksOnlyWho({ people, rest });
  const best = anything
    ? ranked(rest, all).sort((a, b) => (a.interaction.at < b.interaction.at ? 1 : -1))
    : ranked(rest, all);
  const strange = namesAStranger(
    question,
    all.map(({ interaction }) => interaction),
  );
  const fitting = anything ? best : best.filter((one) => !strange && fits(one, people.length > 0));
  const shown =
    fitting.length > 0
      ? fitting.slice(0, passagesShown)
      : best.filter(isNear).slice(0, nearestShown);
  return {
    question,
    people,
    reader: 'basic',
    found: fitting.length > 0,
    sentences: [],
    passages: shown.map(({ interaction }) => passageOf(rest, interaction)),
    // A model may see an answer where rules see none.
    memories: best.slice(0, logsForModel).map(({ interaction }) => interaction),
    dropped: { count: 0, reasons: {} },
    notes: [],
  };
}

/** What a model is to be asked for a reply. */
export function replyRequest({ question, people, memories }: Reply, now: string) {
  return {
    messages: buildAskPrompt({ question, people, memories, now }),
    schema: replyJsonSchema(),
    name: 'reply',
  };
}

/**
 * A reply from a model's raw answer: its sentences as far as the logs bear them out, and the logs
 * that they rest on as passages.
 *
 * @returns why the answer is of no use where its shape is wrong or no sentence of it holds
 */
export function modelReply(
  basic: Reply,
  raw: unknown,
  reader: Reply['reader'],
): { value: Reply } | { invalid: string } {
  const written = writtenReplySchema.safeParse(raw);
  if (!written.success)
    return { invalid: 'It has no list "sentences" of the shape that was asked.' };
  const { sentences, dropped } = groundReply(written.data, basic.question, basic.memories);
  const claims = written.data.sentences.length;
  if (sentences.length === 0 && claims > 0) {
    return {
      invalid:
        'No sentence of it holds: quotes must stand letter by letter in the log that is named, and names and numbers must be in that log.',
    };
  }
  const found = sentences.length > 0;
  const cited = new Set(sentences.flatMap(({ evidence }) => evidence.map((one) => one.memoryId)));
  const passages = basic.passages.filter(({ memory }) => !cited.has(memory.id));
  // Where the model says that nothing answers it, the nearest passages are still there to be read.
  return { value: { ...basic, reader, found, sentences, passages, dropped } };
}
