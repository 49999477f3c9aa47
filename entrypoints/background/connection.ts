import { connectionSchema } from '../../lib/settings';
import { answer } from './door';
import { retryOutbox } from './logs';
import { failureOf, memoryAt } from './memory';

/** The options page's "test connection", with an address and a key that aren't saved yet. */
export function answerConnection(): void {
  answer('testConnection', 'page', connectionSchema, async ({ data }) => {
    try {
      return { ok: true as const, ...(await (await memoryAt(data)).test()) };
    } catch (error) {
      return failureOf(error);
    }
  });

  answer('createBank', 'page', connectionSchema, async ({ data }) => {
    try {
      const memory = await memoryAt(data);
      await memory.createBank();
      void retryOutbox();
      return { ok: true as const, ...(await memory.test()) };
    } catch (error) {
      return failureOf(error);
    }
  });
}
