import { z } from 'zod';
import { prospectSchema } from '../../lib/identity/prospect';
import { announce } from './announce';
import { askAnew, completeHistory } from './briefs';
import { answer } from './door';
import { editSchema } from './logs';
import { memoryOfSettings, waitingLogs, withMemory } from './memory';

/** Logs handed over in one message. */
const mostAtOnce = 100;

/** Logs out of memory, and into it, many at a time. */
export function answerTransfer(): void {
  answer('importLogs', 'page', z.array(editSchema).max(mostAtOnce), async ({ data }) => {
    const answered = await withMemory((memory) => memory.storeMany(data));
    askAnew();
    announce('memory');
    return answered;
  });

  answer('exportLogs', 'page', prospectSchema.nullable(), ({ data }) =>
    withMemory(async () => {
      if (data) return { logs: await completeHistory(data) };
      const waiting = await waitingLogs();
      const stored = await (await memoryOfSettings()).allLogs();
      const newer = new Set(waiting.map(({ id }) => id));
      return { logs: [...stored.filter(({ id }) => !newer.has(id)), ...waiting] };
    }),
  );
}
