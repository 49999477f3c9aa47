import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDemo } from './demo';
import { extensionFolder } from './extension';
import { startHindsight } from './hindsight';
import { homeFolder, localPort, repository } from './home';
import { memoryOn } from './local-memory';
import { loadSamples } from './samples/load';
import { fail, run, say, step } from './say';

const help = `WXT's watch mode against the local Hindsight: a browser that reloads as you write.

  npm run dev     Ctrl-C ends it`;

function watchMode(): ChildProcess {
  const wxt = path.join(repository, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  return spawn(process.execPath, [wxt], {
    cwd: repository,
    env: { ...process.env, WXT_SAMPLES: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

await run(async () => {
  if (process.argv.includes('--help')) {
    say(help);
    return 0;
  }
  const home = homeFolder();
  const hindsight = await startHindsight({ home, port: localPort() });
  const wxt = watchMode();
  try {
    await step('Loading sample deals', () =>
      loadSamples(memoryOn(hindsight), new Date().toISOString()),
    );
    const extension = extensionFolder('development');
    for (let tries = 0; !existsSync(path.join(extension, 'manifest.json')); tries += 1) {
      if (tries > 300 || wxt.exitCode !== null) fail('WXT built nothing; see above.');
      await sleep(100);
    }
    const demo = await openDemo({ extension, home, headless: false, hindsight });
    await new Promise<void>((resolve) => {
      demo.onClose(resolve);
      wxt.once('close', resolve);
      process.once('SIGINT', resolve).once('SIGTERM', resolve);
    });
    await demo.close();
    return 0;
  } finally {
    wxt.kill();
    await hindsight.stop();
  }
});
