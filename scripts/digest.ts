import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { colleagueFinder } from '../lib/brief/colleagues';
import { HistoryFileError } from '../lib/brief/history-file';
import { isUnusable, readComparison } from '../lib/digest/answer';
import { batchesOf, estimateOf, roomOf } from '../lib/digest/batches';
import { composeDigest } from '../lib/digest/compose';
import { condense } from '../lib/digest/condense';
import { parseDealsFile } from '../lib/digest/deals-file';
import { gather } from '../lib/digest/gather';
import { digestAsMarkdown } from '../lib/digest/markdown';
import type { DealCard, Ranking } from '../lib/digest/types';
import { comparePrompt, numbered } from '../prompts/digest';
import type { BriefLanguage } from '../prompts/language';
import { languageOf } from './language';
import { withLocalMemory } from './local-memory';
import { fail, run, say } from './say';

const help = `Prints the week as Markdown: every deal, the most pressing first.

  npm run digest                              of everybody in the local Hindsight
  npm run digest -- --history FILE.json       of the deals in a file, without any server

  --prompt         what would be sent to a model for it instead; sends nothing
  --answer FILE    a model's raw answer to that prompt, through the same checks as a live one
  --history FILE   a JSON array of {at, outcome, summary, prospect, email?, company?}, of any number
                   of people; "-" for standard input
  --now ISO        the moment the digest is for; without it, now
  --language CODE  what it says it in: en (without it), de, es; a model writes others too
  --json           JSON instead of Markdown
  --help           this text`;

async function textOf(file: string): Promise<string> {
  const source = file === '-' ? '/dev/stdin' : file;
  return readFile(source, 'utf8').catch((error: Error) =>
    fail(`${file} can't be read: ${error.message}`, 'Give the path of a file.'),
  );
}

async function cardsInFile(
  file: string,
  now: string,
  language: BriefLanguage,
): Promise<DealCard[]> {
  const text = await textOf(file);
  try {
    const deals = parseDealsFile(text);
    const colleaguesOf = colleagueFinder(deals.map(({ prospect }) => prospect));
    return deals.map(({ prospect, history }) =>
      condense(prospect, history, now, colleaguesOf(prospect), language),
    );
  } catch (error) {
    if (error instanceof HistoryFileError) fail(`${file}: ${error.message}`);
    throw error;
  }
}

function cardsInMemory(now: string, language: BriefLanguage): Promise<DealCard[]> {
  return withLocalMemory(async (memory) => {
    const people = (await memory.allProspects()).map(({ prospect }) => prospect);
    const cards: DealCard[] = [];
    await gather(people, {
      now,
      language,
      signal: new AbortController().signal,
      ...(await memory.reader()),
      colleaguesOf: colleagueFinder(people),
      onCards: (some) => void cards.push(...some),
    });
    return cards;
  });
}

/** The one request that all these deals fit in; where they don't, what asking in batches takes. */
function promptFor(cards: DealCard[], now: string, language: BriefLanguage): string {
  const room = roomOf(undefined);
  if (batchesOf(cards, room).length > 1) {
    const { calls, tokens } = estimateOf(cards, room);
    fail(
      `${cards.length} deals don't fit into one request.`,
      `They are compared in batches: about ${calls} calls and ${tokens} tokens.`,
    );
  }
  return comparePrompt(numbered(cards), now, language)
    .map(({ role, content }) => `--- ${role} ---\n${content}`)
    .join('\n\n');
}

/** A raw answer as a ranking, held against the deals of the prompt. */
async function rankingIn(
  file: string,
  cards: DealCard[],
  language: BriefLanguage,
): Promise<Ranking> {
  const found = readComparison(await textOf(file), numbered(cards), language);
  if (isUnusable(found)) {
    fail(`The answer in ${file} can't be used: ${found.invalid}`, 'The order by rules stands.');
  }
  return {
    ...found,
    reader: 'openai_compatible',
    rounds: {},
    cost: {
      model: 'the answer in the file',
      calls: 1,
      byRules: 0,
      promptTokens: null,
      completionTokens: null,
      ms: 0,
    },
    notes: [],
  };
}

await run(async () => {
  const { values } = parseArgs({
    options: {
      history: { type: 'string' },
      prompt: { type: 'boolean' },
      answer: { type: 'string' },
      now: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    say(help);
    return 0;
  }
  const moment = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(moment.getTime())) fail(`--now "${values.now}" is no ISO 8601 date.`);
  const now = moment.toISOString();
  const language = languageOf(values.language);
  const cards =
    values.history === undefined
      ? await cardsInMemory(now, language)
      : await cardsInFile(values.history, now, language);
  if (values.prompt) {
    process.stdout.write(`${promptFor(cards, now, language)}\n`);
    return 0;
  }
  const ranking =
    values.answer === undefined ? null : await rankingIn(values.answer, cards, language);
  const digest = composeDigest(cards, { now, language, ranking });
  process.stdout.write(
    values.json ? `${JSON.stringify(digest, null, 2)}\n` : digestAsMarkdown(digest),
  );
  return 0;
});
