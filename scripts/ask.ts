import { parseArgs } from 'node:util';
import { logsFor } from '../lib/ask/find';
import { basicReply, modelReply, replyRequest } from '../lib/ask/reply';
import { scopeOf } from '../lib/ask/scope';
import type { Reply } from '../lib/ask/types';
import { jsonIn } from '../lib/brief/raw-answer';
import { oneProspect, withLocalMemory } from './local-memory';
import { fail, run, say } from './say';
import { textIn } from './text-in';

const help = `Answers a question from the local memory: the passages that fit, or that nothing does.

  npm run ask -- "Who mentioned SSO?"
  npm run ask -- "What did she promise?" --about "Priya Sharma"

  --about NAME     only about this person: a name or an address
  --prompt         what would be sent to a model instead; sends nothing
  --answer FILE    a model's raw answer to that prompt, through the same checks as a live one
  --json           JSON instead of text
  --help           this text`;

function ask(question: string, about: string | undefined): Promise<Reply> {
  return withLocalMemory(async (memory) => {
    const known =
      about === undefined
        ? (await memory.allProspects()).map(({ prospect }) => prospect)
        : [await oneProspect(memory, about)];
    const named = scopeOf(question, known);
    const people = about === undefined ? named.people : known;
    const scope = { people, rest: named.rest };
    return basicReply({ question, ...scope, recalled: await logsFor(memory, scope) });
  });
}

function asText({ found, sentences, passages, dropped }: Reply): string {
  const lines = sentences.flatMap(({ text, evidence }) => [
    text,
    ...evidence.map(({ quote, at }) => `    ${at.slice(0, 10)} “${quote}”`),
  ]);
  const logged = passages.map(
    ({ memory: { at, prospect, company, summary }, shown }) =>
      `${at.slice(0, 10)} ${prospect}${company ? ` (${company})` : ''}: ${summary.slice(shown.start, shown.end)}`,
  );
  const left = dropped.count > 0 ? [`${dropped.count} left out: no log bears it out.`] : [];
  const nothing = logged.length > 0 ? ['Not in memory. Nearest to it:'] : ['Not in memory.'];
  return [...(found ? [] : nothing), ...lines, ...logged, ...left].join('\n');
}

async function fromAnswer(file: string, basic: Reply): Promise<Reply> {
  const read = modelReply(basic, jsonIn(await textIn(file)), 'openai_compatible');
  if ('value' in read) return read.value;
  return fail(`The answer in ${file} can't be used: ${read.invalid}`, 'The passages stand.');
}

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      about: { type: 'string' },
      prompt: { type: 'boolean' },
      answer: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const [question] = positionals;
  if (values.help || !question) {
    say(help);
    return values.help ? 0 : 1;
  }
  const basic = await ask(question, values.about);
  if (values.prompt) {
    const { messages } = replyRequest(basic, new Date().toISOString());
    process.stdout.write(
      `${messages.map(({ role, content }) => `--- ${role} ---\n${content}`).join('\n\n')}\n`,
    );
    return 0;
  }
  const reply = values.answer === undefined ? basic : await fromAnswer(values.answer, basic);
  process.stdout.write(`${values.json ? JSON.stringify(reply, null, 2) : asText(reply)}\n`);
  return 0;
});
