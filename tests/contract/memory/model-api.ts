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
  /** Facts that it finds by words of a log, in the place of those. */
  wording: Map<string, string[]>;
  /** Whether it answers at all. */
  broken: boolean;
  close(): void;
}

/** A fact as a model words it: about the log, and in none of its words. */
function fact(what: string) {
  return {
    what,
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
    const asked = JSON.stringify(request.data.messages.map(({ content }) => content));
    const worded = [...api.wording.keys()].find((words) => asked.includes(words));
    const found =
      api.wording.get(worded ?? '') ??
      Array.from(
        { length: api.facts },
        (_, index) => `The buyer raised point ${index} with the seller`,
      );
    const facts = found.map(fact);
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
    wording: new Map(),
    broken: false,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return api;
}
