import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { newId } from '../../lib/memory/id';
import { createMemory, type Memory } from '../../lib/memory/memory';
import { type Demo, openDemo } from '../../scripts/demo';
import { extensionFolder } from '../../scripts/extension';
import { type Hindsight, startHindsight } from '../../scripts/hindsight';
import { loadSamples } from '../../scripts/samples/load';
import { type Recorder, startRecorder } from './recorder';

type Server = Pick<Hindsight, 'baseUrl' | 'apiKey'>;

/** A real server with the sample deals, and a real browser with the built extension. */
export interface Stage<On extends Server = Server> {
  hindsight: On;
  /** The bank of this stage: other files have theirs on the same server. */
  bank: string;
  memory: Memory;
  demo: Demo;
  /** Every request of the browser. One to an unknown origin fails the test file when it closes. */
  requests: Recorder;
  close(): Promise<void>;
}

async function open<On extends Server>(
  hindsight: On,
  home: string,
  visited: readonly string[],
): Promise<Stage<On>> {
  const bank = `stage-${newId()}`;
  const memory = createMemory({ ...hindsight, bank });
  await loadSamples(memory, new Date().toISOString());
  const extension = extensionFolder('samples');
  const requests = await startRecorder(visited);
  const proxy = requests.url;
  const demo = await openDemo({ extension, home, headless: true, hindsight, bank, proxy });
  return {
    hindsight,
    bank,
    memory,
    demo,
    requests,
    close: async () => {
      await demo.close();
      await rm(home, { recursive: true, force: true });
      await requests.close();
    },
  };
}

const newHome = () => mkdtemp(path.join(tmpdir(), 'salesmemory-e2e-'));

/** Sets the stage on the server that files share. `npm test` has built the extension before. */
export async function openStage(visited: readonly string[] = []): Promise<Stage> {
  const answer = await fetch(inject('sharedMemory'));
  if (!answer.ok) throw new Error(await answer.text());
  return open((await answer.json()) as Server, await newHome(), visited);
}

/** Sets the stage on a server of its own, which may be killed. */
export async function openOwnStage(visited: readonly string[] = []): Promise<Stage<Hindsight>> {
  const home = await newHome();
  const hindsight = await startHindsight({ home });
  const stage = await open(hindsight, path.join(home, 'browser'), visited);
  return {
    ...stage,
    close: async () => {
      await stage.close();
      await hindsight.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Asks until the answer is there, or throws with the last one. */
export async function until<T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  patienceMs = 15_000,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(answer)?.slice(0, 500)}`);
    await sleep(100);
  }
}
