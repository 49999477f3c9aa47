import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { basicBrief } from '../lib/brief';
import { HistoryFileError, parseHistoryFile } from '../lib/brief/history-file';
import { modelBrief } from '../lib/brief/model-brief';
import type { Brief } from '../lib/brief/types';
import type { BriefLanguage } from '../prompts/language';
import { briefAsText } from './brief-text';
import { languageOf } from './language';
import { findProspect } from './local-memory';
import { fail, run, say } from './say';

const help = `Prints the brief of a prospect as JSON.

  npm run brief -- "Priya Sharma"             from the local Hindsight; a name or an address
  npm run brief -- --history FILE.json        from a file, without any server
  cat FILE.json | npm run brief -- --history - from standard input

  --answer FILE    with --history: a model's raw answer, through the same checks as a live one
  --language CODE  what it says it in, and what an answer was written in: en (without it), de, es …
  --history FILE   a JSON array of {at, outcome, summary, prospect, email?, company?}
  --now ISO        the moment the brief is for; without it, now
  --text           plain text instead of JSON
  --help           this text`;

async function textOf(file: string): Promise<string> {
  const source = file === '-' ? '/dev/stdin' : file;
  return readFile(source, 'utf8').catch((error: Error) =>
    fail(`${file} can't be read: ${error.message}`, 'Give the path of a file.'),
  );
}

/** The brief of a history in a file: by the basic reader, or from a model's raw answer. */
async function fromFile(
  file: string,
  now: string,
  answer: string | undefined,
  language: BriefLanguage,
): Promise<Brief> {
  const text = await textOf(file);
  try {
    const { prospect, history } = parseHistoryFile(text);
    const input = { prospect: prospect ?? { name: 'Nobody' }, history, now, language };
    if (answer === undefined) return basicBrief(input);
    const brief = modelBrief(input, await textOf(answer), {
      reader: 'openai_compatible',
      language,
    });
    if ('invalid' in brief) {
      fail(`The answer in ${answer} can't be used: ${brief.invalid}`, 'The basic brief stands.');
    }
    return brief;
  } catch (error) {
    if (error instanceof HistoryFileError) fail(`${file}: ${error.message}`);
    throw error;
  }
}

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      history: { type: 'string' },
      answer: { type: 'string' },
      language: { type: 'string' },
      now: { type: 'string' },
      text: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const [name] = positionals;
  if (values.answer !== undefined && values.history === undefined) {
    fail('--answer needs --history: the answer is held against those logs.');
  }
  if (values.help || (name === undefined && values.history === undefined)) {
    say(help);
    return values.help ? 0 : 1;
  }
  const moment = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(moment.getTime())) fail(`--now "${values.now}" is no ISO 8601 date.`);
  const now = moment.toISOString();
  const language = languageOf(values.language);
  const brief =
    values.history !== undefined
      ? await fromFile(values.history, now, values.answer, language)
      : await findProspect(name as string).then(({ prospect, history }) =>
          basicBrief({ prospect, history, now, language }),
        );
  process.stdout.write(`${values.text ? briefAsText(brief) : JSON.stringify(brief, null, 2)}\n`);
  return 0;
});
