import { stopAll } from './hindsight';
import { homeFolder } from './home';
import { run, say } from './say';

/** Stops what runs in the home; the data stay. */
await run(async () => {
  say(
    (await stopAll(homeFolder())) ? '✓ Hindsight is stopped. Its data stay.' : 'Nothing runs here.',
  );
  return 0;
});
