import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Interaction, type Outcome, outcomes } from '../lib/interaction';
import { newId } from '../lib/memory/id';
import type { Memory } from '../lib/memory/memory';
import { asCsv, asJson } from '../lib/transfer/export';
import { type ImportPlan, planImport } from '../lib/transfer/plan';
import { type ImportEnd, runImport } from '../lib/transfer/run';
import { readTable } from '../lib/transfer/table';
import { oneProspect, withLocalMemory } from './local-memory';
import { outboxOf } from './outbox';
import { fail, run, say } from './say';

const help = `The memory from a terminal: the local Hindsight, through the extension's own code.

  npm run memory -- list [QUERY]
  npm run memory -- history NAME-OR-ADDRESS
  npm run memory -- log NAME --email ADDRESS --company COMPANY --outcome OUTCOME --at ISO "What was said"
  npm run memory -- merge NAME-OR-ADDRESS INTO-NAME-OR-ADDRESS
  npm run memory -- forget NAME-OR-ADDRESS --yes
  npm run memory -- export [NAME-OR-ADDRESS] --format csv|json
  npm run memory -- import FILE

  outcomes: ${outcomes.join(', ')}
  --help    this text`;

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

async function logCall(memory: Memory, interaction: Interaction): Promise<void> {
  const outbox = outboxOf(memory);
  await outbox.add(interaction);
  await outbox.flush();
  const [waiting] = await outbox.items();
  if (waiting) fail('Not stored.', waiting.problem?.message ?? '');
}

async function planOf(file: string): Promise<ImportPlan> {
  try {
    return planImport(readTable(await readFile(file)), new Date());
  } catch (error) {
    return fail(`${file} can’t be imported.`, (error as Error).message);
  }
}

function importLogs(memory: Memory, interactions: Interaction[]): Promise<ImportEnd> {
  return runImport(interactions, {
    send: async (logs) => ({ ok: true, ...(await memory.storeMany(logs)) }),
    onProgress: ({ done, total }) => say(`  ${done} of ${total}`),
    signal: new AbortController().signal,
  });
}

function momentOf(at: string | undefined): string {
  const moment = at === undefined ? new Date() : new Date(at);
  if (Number.isNaN(moment.getTime())) fail(`--at "${at}" is no ISO 8601 date.`);
  return moment.toISOString();
}

function outcomeOf(outcome: string): Outcome {
  const known = outcomes.find((one) => one === outcome);
  return known ?? fail(`--outcome "${outcome}" is none of: ${outcomes.join(', ')}.`);
}

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      company: { type: 'string' },
      outcome: { type: 'string', default: 'none' },
      at: { type: 'string' },
      yes: { type: 'boolean' },
      format: { type: 'string', default: 'json' },
      help: { type: 'boolean' },
    },
  });
  const [command, who = '', summary] = positionals;
  if (values.help || command === undefined) {
    say(help);
    return values.help ? 0 : 1;
  }
  switch (command) {
    case 'list':
      print(await withLocalMemory((memory) => memory.knownProspects(who, 5_000)));
      return 0;
    case 'history':
      print(
        await withLocalMemory(async (memory) => memory.historyOf(await oneProspect(memory, who))),
      );
      return 0;
    case 'log': {
      if (!who || !summary) fail('A log needs a name and what was said.', help);
      const interaction: Interaction = {
        id: newId(),
        at: momentOf(values.at),
        outcome: outcomeOf(values.outcome),
        summary,
        prospect: who,
        type: 'call_log',
        ...(values.email ? { email: values.email.toLowerCase() } : {}),
        ...(values.company ? { company: values.company } : {}),
      };
      await withLocalMemory((memory) => logCall(memory, interaction));
      print(interaction);
      return 0;
    }
    case 'merge': {
      if (!who || !summary) fail('Merging needs two people.', help);
      const person = await withLocalMemory(async (memory) =>
        memory.changePerson({
          kind: 'merge',
          from: await oneProspect(memory, who),
          into: await oneProspect(memory, summary),
        }),
      );
      print({ person });
      return 0;
    }
    case 'export': {
      const logs = await withLocalMemory(async (memory) =>
        who ? memory.historyOf(await oneProspect(memory, who)) : memory.allLogs(),
      );
      const text = values.format === 'csv' ? asCsv(logs) : asJson(logs, new Date().toISOString());
      process.stdout.write(text);
      return 0;
    }
    case 'import': {
      if (!who) fail('Which file?', help);
      const plan = await planOf(who);
      for (const { row, column, message } of plan.problems) {
        say(`✗ row ${row}${column === null ? '' : `, ${column}`}: ${message}`);
      }
      const end = await withLocalMemory((memory) => importLogs(memory, plan.interactions));
      print(end);
      return end.ended === 'complete' ? 0 : 1;
    }
    case 'forget': {
      if (!values.yes) fail('Forgetting is for good. Say --yes to do it.');
      const logs = await withLocalMemory(async (memory) =>
        memory.forget(await oneProspect(memory, who)),
      );
      print({ forgotten: who, logs });
      return 0;
    }
    default:
      return fail(`"${command}" is no command.`, help);
  }
});
