import { askAgain, type PromptMessage } from '../../prompts/brief';
import { jsonIn } from '../brief/raw-answer';
import { type Model, type ModelAnswer, ModelError, type ModelRequest } from './port';

/** Longest answer that is looked at, in characters. */
const longestAnswer = 100_000;

/** What an answer came to: something to show, or a sentence that says why it is of no use. */
export type Read<T> = { value: T } | { invalid: string };

/**
 * Asks a model for one JSON object, and once more, naming what was wrong, where its answer is of no
 * use.
 *
 * @param read makes something of the parsed answer, which is untrusted
 * @throws ModelError where the model gives none, or none that holds (`invalid`)
 */
export async function converse<T>(
  model: Model,
  request: Pick<ModelRequest, 'schema' | 'name' | 'signal'> & { messages: PromptMessage[] },
  read: (raw: unknown) => Read<T>,
): Promise<{ value: T; answer: ModelAnswer }> {
  let { messages } = request;
  let wrong = '';
  for (let tries = 0; tries < 2; tries += 1) {
    let answer: ModelAnswer;
    try {
      answer = await model.complete({ ...request, messages });
    } catch (error) {
      // Some servers check the answer against the schema themselves.
      if (!(error instanceof ModelError) || error.reason !== 'invalid') throw error;
      wrong = 'It did not match the schema.';
      messages = askAgain(request.messages, '', wrong);
      continue;
    }
    const raw = answer.text.length > longestAnswer ? undefined : jsonIn(answer.text);
    const found = raw === undefined ? { invalid: 'It is no complete JSON.' } : read(raw);
    if ('value' in found) return { value: found.value, answer };
    wrong = found.invalid;
    messages = askAgain(request.messages, answer.text, wrong);
  }
  throw new ModelError(model.name, 'invalid', { detail: wrong });
}
