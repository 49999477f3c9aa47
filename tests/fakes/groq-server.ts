import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with the next request; the last of a list stands for all that follow. */
export type Behaviour =
  | {
      kind: 'answer';
      content: string | null;
      finish?: 'stop' | 'length';
      usage?: boolean;
      delayMs?: number;
    }
  | { kind: 'error'; status: number; body: unknown; headers?: Record<string, string> }
  | { kind: 'raw'; status: number; text: string }
  | { kind: 'hang' }
  | { kind: 'drop' }
  | { kind: 'drop_midway' }
  | { kind: 'stall_midway' };

/** A request as the server got it. */
export interface Seen {
  path: string;
  authorization: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into the body as JSON
  body: any;
}

/** The errors that Groq's public documents describe, in the shape of their bodies. */
export const groqErrors = {
  badKey: {
    kind: 'error',
    status: 401,
    body: {
      error: {
        message: 'Invalid API Key',
        type: 'invalid_request_error',
        code: 'invalid_api_key',
      },
    },
  },
  noSuchModel: {
    kind: 'error',
    status: 404,
    body: {
      error: {
        message: 'The model `gone` does not exist or you do not have access to it.',
        type: 'invalid_request_error',
        code: 'model_not_found',
      },
    },
  },
  decommissioned: {
    kind: 'error',
    status: 400,
    body: {
      error: {
        message: 'The model `gone` has been decommissioned and is no longer supported.',
        type: 'invalid_request_error',
        code: 'model_decommissioned',
      },
    },
  },
  schemaRefused: {
    kind: 'error',
    status: 400,
    body: {
      error: {
        message: 'invalid JSON schema for response_format: the compiled grammar is too large',
        type: 'invalid_request_error',
      },
    },
  },
  outsideSchema: {
    kind: 'error',
    status: 400,
    body: {
      error: {
        message: 'Generated JSON does not match the expected schema.',
        type: 'invalid_request_error',
        code: 'json_validate_failed',
        failed_generation: '{"signals": [',
      },
    },
  },
  down: {
    kind: 'error',
    status: 500,
    body: { error: { message: 'Internal Server Error', type: 'internal_server_error' } },
  },
} satisfies Record<string, Behaviour>;

/** @returns a refusal for too many requests, with or without the seconds to wait. */
export const tooMany = (retryAfter?: string): Behaviour => ({
  kind: 'error',
  status: 429,
  body: {
    error: {
      message: 'Rate limit reached for model in organization on tokens per minute (TPM).',
      type: 'tokens',
      code: 'rate_limit_exceeded',
    },
  },
  ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
});

/** @returns a refusal of a request that alone holds more tokens than its plan has for a minute. */
export const tooLarge = (limit: number, requested: number): Behaviour => ({
  kind: 'error',
  status: 413,
  body: {
    error: {
      message: `Request too large for model \`m\` in organization \`o\` service tier \`on_demand\` on tokens per minute (TPM): Limit ${limit}, Requested ${requested}, please reduce your message size and try again.`,
      type: 'tokens',
      code: 'rate_limit_exceeded',
    },
  },
});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}

function send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function completion(
  model: string,
  { content, finish = 'stop', usage = true }: Extract<Behaviour, { kind: 'answer' }>,
) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content },
        logprobs: null,
        finish_reason: finish,
      },
    ],
    ...(usage
      ? {
          usage: {
            prompt_tokens: 1000,
            completion_tokens: 200,
            total_tokens: 1200,
            prompt_time: 0.01,
            completion_time: 0.4,
            total_time: 0.41,
          },
        }
      : {}),
  };
}

/** A local server that speaks Groq's protocol, as groq-sdk calls it. */
export interface GroqServer {
  /** Root of the API, as `baseURL` of groq-sdk. */
  url: string;
  /** Sets what comes next, and forgets what was seen. */
  behave(...next: Behaviour[]): void;
  seen: Seen[];
  close(): Promise<void>;
}

/** Starts the server on a free port of this machine. */
export async function startGroqServer(
  models: string[] = ['openai/gpt-oss-120b', 'openai/gpt-oss-20b', 'whisper-large-v3'],
): Promise<GroqServer> {
  const seen: Seen[] = [];
  let queue: Behaviour[] = [];

  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const body = await bodyOf(request);
    seen.push({ path, authorization: request.headers.authorization, body });
    const next: Behaviour = queue[0] ?? { kind: 'answer', content: '{}' };
    if (queue.length > 1) queue = queue.slice(1);
    switch (next.kind) {
      case 'hang':
        return;
      case 'drop':
        request.socket.destroy();
        return;
      case 'drop_midway':
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"id":');
        setTimeout(() => request.socket.destroy(), 20);
        return;
      case 'stall_midway':
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"id":');
        return;
      case 'raw':
        response.writeHead(next.status, { 'content-type': 'application/json' });
        response.end(next.text);
        return;
      case 'error':
        send(response, next.status, next.body, next.headers);
        return;
      case 'answer':
        await new Promise((resolve) => setTimeout(resolve, next.delayMs ?? 0));
        break;
    }
    if (path === '/openai/v1/models') {
      const data = models.map((id) => ({ id, object: 'model', created: 1, owned_by: 'someone' }));
      send(response, 200, { object: 'list', data });
    } else if (path === '/openai/v1/chat/completions') {
      send(response, 200, completion((body as { model: string }).model, next));
    } else {
      send(response, 404, { error: { message: `Unknown request URL: ${path}` } });
    }
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave(...next) {
      queue = next;
      seen.length = 0;
    },
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
