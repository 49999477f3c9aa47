import { z } from 'zod';
import { interactionSchema } from '../../lib/interaction';
import { announce } from './announce';
import { askAnew } from './briefs';
import { answer } from './door';
import { failureOf, forgetLog, outbox, withMemory } from './memory';

/** More than all sample deals have, in logs. */
const most = 200;

/** What names a log as one of the sample deals; nothing else is stored or removed here. */
const sampleSchema = interactionSchema.extend({ id: z.string().startsWith('sample-').max(200) });

/** The sample deals of the options page: into the rep's own memory, and out of it again. */
export function answerSamples(): void {
  answer('loadSamples', 'page', z.array(sampleSchema).max(most), async ({ data }) => {
    // Asked first: samples mustn't wait in the outbox for a memory that isn't there.
    const reached = await withMemory((memory) => memory.test());
    if (!reached.ok) return reached;
    for (const sample of data) await outbox.add(sample);
    await outbox.flush();
    const waiting = new Set((await outbox.items()).map(({ interaction }) => interaction.id));
    askAnew();
    announce('memory');
    return { ok: true as const, logs: data.filter(({ id }) => !waiting.has(id)).length };
  });

  answer('removeSamples', 'page', z.array(sampleSchema.shape.id).max(most), async ({ data }) => {
    try {
      for (const id of data) await forgetLog(id);
      askAnew();
      announce('memory');
      return { ok: true as const, logs: data.length };
    } catch (error) {
      return failureOf(error);
    }
  });
}
