import { sendMessage } from '../../lib/messages';
import { asked } from '../pages/ask';

/** The sample deals, dated back from now; loaded when somebody wants them. */
async function samples() {
  const { sampleDeals, sampleHistory } = await import('../../lib/samples/deals');
  const now = new Date().toISOString();
  return sampleDeals.flatMap((deal) => sampleHistory(deal, now));
}

/** Stores the sample deals in the rep's memory; what is there already stays as it is. */
export async function loadSamples() {
  return asked(sendMessage('loadSamples', await samples()));
}

/** Removes the logs of the sample deals, and nothing that the rep logged about the same people. */
export async function removeSamples() {
  const ids = (await samples()).map(({ id }) => id);
  return asked(sendMessage('removeSamples', ids));
}
