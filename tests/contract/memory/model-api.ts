import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ content: z.unknown() })),
});

/** A stand-in for the model API of a server, whose answers a test chooses. */
export interface ModelApi {
  baseUrl: string;
  /** How many facts it finds in each log. */
  facts: number;
  /** Whether it answers at all. */
  broken: boolean;
  close(): void;
}

/** A fact as a model words it: about the log, and in none of its words. */
function fact(index: number) {
  return {
    what: `The buyer raised point ${index} with the seller`,
    when: 'N/A',
    where: 'N/A',
    who: 'the buyer',
    why: 'N/A',
    fact_type: 'world',
    entities: [],
  };
}

/** Starts a model API, in the shape of chat completions, on a free port. */
export async function startModelApi(): Promise<ModelApi> {
  const server = createServer(async (incoming, outgoing) => {
    const request = requestSchema.safeParse(await json(incoming).catch(() => null));
    outgoing.setHeader('content-type', 'application/json');
    if (api.broken || !request.success) {
      outgoing.statusCode = api.broken ? 500 : 400;
      outgoing.end(JSON.stringify({ error: { message: 'no answer' } }));
      return;
    }
    const facts = Array.from({ length: api.facts }, (_, index) => fact(index));
    outgoing.end(
      JSON.stringify({
        id: 'answer',
        object: 'chat.completion',
        created: 0,
        model: request.data.model,
        choices: [
          {
            index: 0,
            finish_reason: 'stop',
            message: { role: 'assistant', content: JSON.stringify({ facts }) },
          },
        ],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const api: ModelApi = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    facts: 3,
    broken: false,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return api;
}
