import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { basicBrief } from '../lib/brief';
import { briefAsText } from './brief-text';
import { type Demo, openDemo } from './demo';
import { buildExtension } from './extension';
import { type Hindsight, removeData, startHindsight } from './hindsight';
import { homeFolder, localPort } from './home';
import { memoryOn, oneProspect } from './local-memory';
import { loadSamples } from './samples/load';
import { fail, run, say, step } from './say';

const help = `Starts everything: a local Hindsight with sample deals, and a browser with the extension.

  npm start                 opens a browser on the sample calendar; Ctrl-C ends it
  npm start -- --once       without a window: prints one brief, saves a screenshot, ends
  npm start -- --reset      forgets the local data first
  --help                    this text

Data, keys and logs live in .salesmemory/ (or SALESMEMORY_HOME).`;

/** The meeting that the demonstration opens. */
const shown = { name: 'Priya Sharma', meeting: 'Rentokil' };

function hasDisplay(): boolean {
  return (
    process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  );
}

async function reset(home: string): Promise<void> {
  await removeData(home);
  await rm(path.join(home, 'profile'), { recursive: true, force: true });
  say('✓ Local data removed');
}

/** Prints the brief, having checked that the panel shows the same one. */
async function showOnce(demo: Demo, hindsight: Hindsight, home: string): Promise<void> {
  const { panel, score } = await step('Opening a sample invite', () =>
    demo.openInvite(shown.meeting),
  );
  const memory = memoryOn(hindsight);
  const prospect = await oneProspect(memory, shown.name);
  const history = await memory.historyOf(prospect);
  const brief = basicBrief({ prospect, history, now: new Date().toISOString() });
  const screenshot = path.join(home, 'panel.png');
  await panel.screenshot(screenshot);
  if (score !== brief.score) {
    fail(`The panel shows ${score}, the memory gives ${brief.score}.`, 'Please report this.');
  }
  process.stdout.write(`\n${briefAsText(brief)}\n\n`);
  say(`✓ Screenshot of the side panel: ${screenshot}`);
}

/** How often the server is asked whether it lives, and how many silences count as its end. */
const pulse = { everyMs: 3_000, misses: 3 };

/** Resolves when the rep closes the browser or ends the command. Ends it where the server died. */
async function untilClosed(demo: Demo, { baseUrl, logFile }: Hindsight): Promise<void> {
  let closed = false;
  const close = () => {
    closed = true;
  };
  demo.onClose(close);
  process.once('SIGINT', close).once('SIGTERM', close);
  for (let misses = 0; !closed; ) {
    await sleep(pulse.everyMs);
    const alive = await fetch(`${baseUrl}/health`, { signal: AbortSignal.timeout(pulse.everyMs) })
      .then(({ ok }) => ok)
      .catch(() => false);
    misses = alive ? 0 : misses + 1;
    if (misses >= pulse.misses) {
      fail(
        'Hindsight stopped answering.',
        `Its log: ${logFile}`,
        'Run npm start again; data stay.',
      );
    }
  }
}

await run(async () => {
  const { values } = parseArgs({
    options: {
      once: { type: 'boolean' },
      reset: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    say(help);
    return 0;
  }
  const home = homeFolder();
  const once = values.once ?? !hasDisplay();
  if (values.reset) await reset(home);
  const hindsight = await startHindsight({ home, port: localPort() });
  let demo: Demo | null = null;
  try {
    await step('Loading sample deals', () =>
      loadSamples(memoryOn(hindsight), new Date().toISOString()),
    );
    const extension = await step('Building the extension', () => buildExtension('samples'));
    demo = await openDemo({ extension, home, headless: once, hindsight });
    if (once) {
      await showOnce(demo, hindsight, home);
    } else {
      say(`✓ Ready. Open a meeting on the sample calendar. Ctrl-C ends everything.`);
      await untilClosed(demo, hindsight);
    }
    return 0;
  } finally {
    await demo?.close();
    await hindsight.stop();
  }
});
