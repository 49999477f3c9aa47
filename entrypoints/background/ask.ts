import { z } from 'zod';
import { logsFor } from '../../lib/ask/find';
import { basicReply } from '../../lib/ask/reply';
import { scopeOf } from '../../lib/ask/scope';
import type { Reply } from '../../lib/ask/types';
import { samePerson } from '../../lib/identity/key';
import { type Prospect, prospectSchema } from '../../lib/identity/prospect';
import { prospectOf } from '../../lib/memory/record';
import { ourTag, personTag } from '../../lib/memory/tags';
import type { Answer, Question } from '../../lib/messages';
import { replyWithModel } from '../../lib/models/ask';
import { chooseModel } from '../../lib/models/choose';
import { ModelError } from '../../lib/models/port';
import { answer } from './door';
import { everybodyKnown } from './known';
import { failureOf, memoryOfSettings, outbox } from './memory';
import { settingsRead } from './settings';

/** Names asked about at once; a question that names more is about all deals. */
const mostPeople = 12;

const questionSchema = z.object({
  question: z.string().trim().min(1).max(500),
  about: prospectSchema.nullable(),
});

/** Logs that only this browser has, of some people, or of everybody where none are given. */
async function waitingOf(people: Prospect[]) {
  return (await outbox.items())
    .map(({ interaction }) => ({ ...interaction, pending: true }))
    .filter(
      (one) => people.length === 0 || people.some((person) => samePerson(person, prospectOf(one))),
    );
}

async function reply({ question, about }: Question): Promise<Reply> {
  const memory = await memoryOfSettings();
  const known = about ? [about] : (await everybodyKnown()).map(({ prospect }) => prospect);
  const named = scopeOf(question, known);
  const people = about ? [about] : named.people.length > mostPeople ? [] : named.people;
  const [recalled, waiting] = await Promise.all([
    logsFor(memory, { people, rest: named.rest }),
    waitingOf(people),
  ]);
  return basicReply({ question, people, rest: named.rest, recalled, waiting });
}

/** Questions under way and just answered, so that the model needs no second recall. */
let newest: { key: string; reply: Promise<Reply> } | null = null;

function replyTo(question: Question, anew: boolean): Promise<Reply> {
  const key = JSON.stringify(question);
  if (!anew && newest?.key === key) return newest.reply;
  const started = reply(question);
  newest = { key, reply: started };
  return started;
}

async function modelReplyTo(question: Question): Promise<Answer<{ reply: Reply }> | null> {
  const { model: settings } = await settingsRead();
  // Chrome's own model lives in pages only; the panel asks it itself.
  if (settings.use === 'basic' || settings.use === 'chrome') return null;
  try {
    const basic = await replyTo(question, false);
    if (basic.memories.length === 0) return null;
    const { reflect } = await memoryOfSettings();
    const [only, ...others] = basic.people;
    // The server's own model may look further, but not into memories of somebody else.
    const tags = [only && others.length === 0 ? personTag(only) : ourTag];
    const model = chooseModel(settings, { reflect, tags });
    if (!model) return null;
    const signal = new AbortController().signal;
    const now = new Date().toISOString();
    return { ok: true, reply: await replyWithModel(model, basic, { now, signal }) };
  } catch (error) {
    if (!(error instanceof ModelError)) return failureOf(error);
    return {
      ok: false,
      reason: error.reason,
      message: error.saying('passages'),
    };
  }
}

/** Questions to memory: first the passages that recall finds, then the chosen model's sentences. */
export function answerAsk(): void {
  answer('ask', 'page', questionSchema, async ({ data }) => {
    try {
      const { model } = await settingsRead();
      const reply = await replyTo(data, true);
      return { ok: true as const, reply, model: model.use !== 'basic' };
    } catch (error) {
      return failureOf(error);
    }
  });
  answer('askModel', 'page', questionSchema, ({ data }) => modelReplyTo(data));
}
