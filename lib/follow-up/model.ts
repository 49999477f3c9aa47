import { buildFollowUpPrompt, mailJsonSchema, writtenMailSchema } from '../../prompts/follow-up';
import { groundReply } from '../ask/ground';
import { strangersIn } from '../brief/mentions';
import { composeFollowUp, type FollowUpInput, mailAround, openingOf } from './compose';
import type { FollowUp } from './types';

/** Logs before the one that is followed up that a model is shown. */
const mostEarlier = 4;

function logsOf({ history, logId }: FollowUpInput) {
  const inOrder = history.toSorted((a, b) => a.at.localeCompare(b.at));
  const at = inOrder.findIndex(({ id }) => id === logId);
  return {
    log: inOrder[at],
    earlier: inOrder.slice(Math.max(0, at - mostEarlier), Math.max(0, at)),
  };
}

/** What a model is to be asked for a mail; null where there is no such log. */
export function followUpRequest(input: FollowUpInput) {
  const { log, earlier } = logsOf(input);
  if (!log) return null;
  const { prospect, tone, language } = input;
  const messages = buildFollowUpPrompt({ prospect, log, earlier, tone, language });
  return { messages, schema: mailJsonSchema(), name: 'mail' };
}

/**
 * A mail from a model's raw answer: its sentences as far as the logs bear them out, between a
 * greeting and a farewell made by code.
 *
 * @returns why the answer is of no use where its shape is wrong or nothing of it holds
 */
export function modelFollowUp(
  input: FollowUpInput,
  raw: unknown,
  reader: FollowUp['reader'],
): { value: FollowUp } | { invalid: string } {
  const written = writtenMailSchema.safeParse(raw);
  if (!written.success)
    return { invalid: 'It has no list "sentences" of the shape that was asked.' };
  const { log, earlier } = logsOf(input);
  const basic = composeFollowUp(input);
  if (!log || !basic) return { invalid: 'There is no log to follow up.' };
  const { rep, prospect, language } = input;
  const reply = { in_memory: true, sentences: written.data.sentences };
  const { sentences, dropped } = groundReply(reply, '', [...earlier, log], language);
  if (sentences.length === 0) {
    return { invalid: 'No sentence of it holds: quotes must stand letter by letter in a log.' };
  }
  const subject = written.data.subject?.replace(/\s+/g, ' ').trim() ?? '';
  const sources = [log.summary, ...sentences.map(({ text }) => text), prospect.company ?? '', rep];
  // Title case would make names of ordinary words.
  const holds =
    subject !== '' &&
    subject.length <= 120 &&
    !/https?:|[<>@]/.test(subject) &&
    strangersIn(subject, sources, language).length === 0;
  return {
    value: {
      ...basic,
      reader,
      subject: holds ? subject : basic.subject,
      text: mailAround(input, [openingOf(input, log.at), '', ...sentences.map(({ text }) => text)]),
      claims: sentences,
      dropped: dropped.count,
    },
  };
}
