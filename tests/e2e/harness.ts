import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Memory } from '../../lib/memory/memory';
import { type Demo, openDemo } from '../../scripts/demo';
import { extensionFolder } from '../../scripts/extension';
import { type Hindsight, startHindsight } from '../../scripts/hindsight';
import { memoryOn } from '../../scripts/local-memory';
import { loadSamples } from '../../scripts/samples/load';
import { type Recorder, startRecorder } from './recorder';

/** A real server with the sample deals, and a real browser with the built extension. */
export interface Stage {
  hindsight: Hindsight;
  memory: Memory;
  demo: Demo;
  /** Every request of the browser. One to an unknown origin fails the test file when it closes. */
  requests: Recorder;
  close(): Promise<void>;
}

/** Sets the stage in a folder that is thrown away. `npm test` has built the extension before. */
export async function openStage(visited: readonly string[] = []): Promise<Stage> {
  const home = await mkdtemp(path.join(tmpdir(), 'salesmemory-e2e-'));
  const hindsight = await startHindsight({ home });
  const memory = memoryOn(hindsight);
  await loadSamples(memory, new Date().toISOString());
  const extension = extensionFolder('samples');
  const requests = await startRecorder(visited);
  const proxy = requests.url;
  const demo = await openDemo({ extension, home, headless: true, hindsight, proxy });
  return {
    hindsight,
    memory,
    demo,
    requests,
    close: async () => {
      await demo.close();
      await hindsight.stop();
      await rm(home, { recursive: true, force: true });
      await requests.close();
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
