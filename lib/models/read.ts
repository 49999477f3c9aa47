import { answerJsonSchema } from '../../prompts/answer';
import { askAgain, type BriefPrompt, buildBriefPrompt, recallQuestions } from '../../prompts/brief';
import type { BriefLanguage } from '../../prompts/language';
import type { BriefInput } from '../brief/compose';
import { type InvalidAnswer, modelBrief } from '../brief/model-brief';
import type { Brief } from '../brief/types';
import { type Model, type ModelAnswer, ModelError, type ModelRequest } from './port';

/** How a model is asked. */
export interface ReadOptions extends Pick<ModelRequest, 'signal' | 'onWait'> {
  /** What risk and advice are to be written in; English where nobody says. */
  language?: BriefLanguage;
  /**
   * Semantic recall over the prospect's memories: ids of logs that answer a question, best first.
   * Asked only where not all logs fit; a failure of it costs nothing but the hint.
   */
  recall?: (question: string) => Promise<string[]>;
}

/** @returns ids that recall names for the parts of a brief: each part's best first. */
async function recalledIds(recall: NonNullable<ReadOptions['recall']>): Promise<string[]> {
  const lists = await Promise.all(
    recallQuestions.map((question) => recall(question).catch((): string[] => [])),
  );
  const longest = Math.max(...lists.map(({ length }) => length));
  const byRank = Array.from({ length: longest }, (_, rank) =>
    lists.flatMap((list) => list[rank] ?? []),
  );
  return [...new Set(byRank.flat())];
}

async function promptFor(
  input: BriefInput,
  budget: number | undefined,
  { recall, language }: ReadOptions,
): Promise<BriefPrompt> {
  const plain = buildBriefPrompt({ ...input, budget, language });
  if (plain.choice.leftOut.length === 0 || !recall) return plain;
  return buildBriefPrompt({
    ...input,
    budget,
    language,
    recalled: await recalledIds(recall),
  });
}

/** @returns what all calls for one brief took together. */
function costOf(answers: ModelAnswer[]): Brief['cost'] {
  const sum = (of: (answer: ModelAnswer) => number) =>
    answers.reduce((total, answer) => total + of(answer), 0);
  const told = answers.every(({ usage }) => usage !== null);
  return {
    model: answers.at(-1)?.model ?? '',
    ms: sum(({ ms }) => ms),
    promptTokens: told ? sum(({ usage }) => usage?.promptTokens ?? 0) : null,
    completionTokens: told ? sum(({ usage }) => usage?.completionTokens ?? 0) : null,
    calls: answers.map(({ model, ms, usage }) => ({
      model,
      ms,
      promptTokens: usage?.promptTokens ?? null,
      completionTokens: usage?.completionTokens ?? null,
    })),
  };
}

/** How much more than a server's own count memories are cut by, since ours is an estimate. */
const cutFactor = 1.25;

/**
 * The brief of one prospect as a model reads it. An answer that can't be used is asked for once more,
 * with what was wrong with it; a prompt that is too long for the server is sent once more with fewer
 * memories.
 *
 * @throws ModelError where the model gives none, or none that holds (`invalid`)
 */
export async function readWithModel(
  model: Model,
  input: BriefInput,
  options: ReadOptions,
): Promise<Brief> {
  const prompt = await promptFor(input, model.memoryTokens, options);
  try {
    return await readPrompt(model, input, prompt, options);
  } catch (error) {
    if (!(error instanceof ModelError) || error.tokensOver === null) throw error;
    const budget = prompt.choice.tokens - Math.ceil(error.tokensOver * cutFactor);
    if (budget <= 0) throw error;
    const shorter = await promptFor(input, budget, options);
    return readPrompt(model, input, shorter, options);
  }
}

async function readPrompt(
  model: Model,
  input: BriefInput,
  { messages, choice }: BriefPrompt,
  { signal, onWait, language }: ReadOptions,
): Promise<Brief> {
  const leftOut = choice.leftOut.map(({ id }) => id);
  const answers: ModelAnswer[] = [];

  const ask = async (conversation: typeof messages): Promise<Brief | InvalidAnswer> => {
    const request = { messages: conversation, schema: answerJsonSchema(), name: 'brief' };
    let answer: ModelAnswer;
    try {
      answer = await model.complete({ ...request, signal, ...(onWait ? { onWait } : {}) });
    } catch (error) {
      // Some servers check the answer against the schema themselves.
      if (!(error instanceof ModelError) || error.reason !== 'invalid') throw error;
      return { invalid: 'It did not match the schema.' };
    }
    answers.push(answer);
    return modelBrief(input, answer.text, {
      reader: model.name,
      leftOut,
      shortened: choice.shortened,
      ...(language ? { language } : {}),
      cost: costOf(answers),
    });
  };

  const first = await ask(messages);
  if (!('invalid' in first)) return first;
  const second = await ask(askAgain(messages, answers[0]?.text ?? '', first.invalid));
  if (!('invalid' in second)) return second;
  throw new ModelError(model.name, 'invalid', { detail: second.invalid });
}
