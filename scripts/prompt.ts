import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { HistoryFileError, parseHistoryFile } from '../lib/brief/history-file';
import { answerJsonSchema } from '../prompts/answer';
import { buildBriefPrompt } from '../prompts/brief';
import { languageOf } from './language';
import { fail, run, say } from './say';

const help = `Prints exactly what would be sent to a model for the brief of a prospect. Sends nothing.

  npm run prompt -- --history FILE.json        from a file
  cat FILE.json | npm run prompt -- --history -  from standard input

  --history FILE   a JSON array of {at, outcome, summary, prospect, email?, company?}
  --now ISO        the moment the brief is for; without it, now
  --budget TOKENS  what the memories may take; without it, what most models get
  --language CODE  what risk and action are to be written in (en, de, es, …)
  --json           messages and schema of the answer as JSON, as they go over the wire
  --help           this text`;

async function historyIn(file: string) {
  const text = await readFile(file === '-' ? '/dev/stdin' : file, 'utf8').catch((error: Error) =>
    fail(`${file} can't be read: ${error.message}`, 'Give the path of a JSON file.'),
  );
  try {
    return parseHistoryFile(text);
  } catch (error) {
    if (error instanceof HistoryFileError) fail(`${file}: ${error.message}`);
    throw error;
  }
}

await run(async () => {
  const { values } = parseArgs({
    options: {
      history: { type: 'string' },
      now: { type: 'string' },
      budget: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || values.history === undefined) {
    say(help);
    return values.help ? 0 : 1;
  }
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) fail(`--now "${values.now}" is no ISO 8601 date.`);
  const budget = values.budget === undefined ? undefined : Number(values.budget);
  if (budget !== undefined && !(budget > 0)) fail(`--budget "${values.budget}" is no number.`);

  const { prospect, history } = await historyIn(values.history);
  const { messages, choice, version } = buildBriefPrompt({
    prospect: prospect ?? { name: 'Nobody' },
    history,
    now: now.toISOString(),
    budget,
    language: languageOf(values.language),
  });
  const { included, leftOut, shortened } = choice;
  say(
    `Prompt ${version}: ${included.length} logs in it, ${leftOut.length} left out, ${shortened} cut short.`,
  );
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ messages, schema: answerJsonSchema() }, null, 2)}\n`
      : `${messages.map(({ role, content }) => `[${role}]\n${content}`).join('\n\n')}\n`,
  );
  return 0;
});
