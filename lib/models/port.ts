import type { PromptMessage } from '../../prompts/brief';
import type { ReaderName } from '../brief/types';

/** A reader that is a model. */
export type ModelName = Exclude<ReaderName, 'basic'>;

/** What is asked of a model. */
export interface ModelRequest {
  messages: PromptMessage[];
  /** JSON schema of the answer. */
  schema: Record<string, unknown>;
  /** A name for the schema, of letters and underscores. */
  name: string;
  /** Ends the request; the model then throws `aborted`. */
  signal: AbortSignal;
  /** Called when a server asks to wait, with the seconds it will take. */
  onWait?: (seconds: number) => void;
}

/** What a model answered. The text is untrusted and may be anything. */
export interface ModelAnswer {
  text: string;
  /** Null where the server doesn't tell. */
  usage: { promptTokens: number; completionTokens: number } | null;
  /** From asking to answer, waits included, in milliseconds. */
  ms: number;
  /** The model that answered, as its server calls it. */
  model: string;
}

/** One model behind whatever protocol. */
export interface Model {
  name: ModelName;
  /** Tokens that memories may take in its prompt; absent where the usual amount is right. */
  memoryTokens?: number;
  /** @throws ModelError */
  complete(request: ModelRequest): Promise<ModelAnswer>;
}

/** Why a model gave no answer. */
export type ModelReason =
  | 'no_key'
  | 'refused'
  | 'model_gone'
  | 'rate_limited'
  | 'timeout'
  | 'unreachable'
  | 'empty'
  | 'invalid'
  | 'aborted'
  | 'unavailable';

const names: Record<ModelName, string> = {
  groq: 'Groq',
  chrome: 'Chrome’s built-in model',
  hindsight: 'The memory server’s model',
  openai_compatible: 'The model server',
};

/** What happened, and what to do about it; what is safe is the same each time. */
const texts: Record<ModelReason, [what: string, todo: string]> = {
  no_key: ['has no key or address yet.', 'Enter it in the options.'],
  refused: ['refuses the key.', 'Check it in the options.'],
  model_gone: ['doesn’t have the chosen model any more.', 'Choose another one in the options.'],
  rate_limited: ['takes no more requests for now.', 'Try again later.'],
  timeout: ['took too long to answer.', 'Try again.'],
  unreachable: ['can’t be reached.', 'Check the network and the address in the options.'],
  empty: ['gave an empty answer.', 'Try again, or choose another model in the options.'],
  invalid: [
    'gave an answer that the logs don’t bear out or that can’t be read.',
    'Try again, or choose another model in the options.',
  ],
  aborted: ['was stopped before it answered.', 'Refresh the brief to ask again.'],
  unavailable: ['can’t answer now.', 'Try again later, or choose another model in the options.'],
};

/** What is safe where a model was to read a brief. */
const briefStands = 'The basic brief stands.';

/** A model that gave no usable answer: what happened, what is safe, what to do. */
export class ModelError extends Error {
  /** Seconds after which the server takes requests again, where it said so. */
  readonly retryAfterSeconds: number | null;
  /** What the server or the network said, for diagnosis. Never holds a key. */
  readonly detail: string;
  /** Tokens by which the prompt is too long for this server, where it said so. */
  readonly tokensOver: number | null;

  constructor(
    readonly model: ModelName,
    readonly reason: ModelReason,
    {
      detail = '',
      retryAfterSeconds = null,
      tokensOver = null,
      cause,
    }: {
      detail?: string;
      retryAfterSeconds?: number | null;
      tokensOver?: number | null;
      cause?: unknown;
    } = {},
  ) {
    const [what, todo] = texts[reason];
    const when =
      reason === 'rate_limited' && retryAfterSeconds !== null
        ? `Try again in ${Math.ceil(retryAfterSeconds)} seconds.`
        : todo;
    super(`${names[model]} ${what} ${briefStands} ${when}`, { cause });
    this.retryAfterSeconds = retryAfterSeconds;
    this.tokensOver = tokensOver;
    this.detail = detail.slice(0, 500);
  }

  /** @returns the message with what is safe where it isn't a brief that was asked for. */
  saying(stands: string): string {
    return this.message.replace(briefStands, stands);
  }
}
