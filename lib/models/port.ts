import type { PromptMessage } from '../../prompts/brief';
import type { ReaderName } from '../brief/types';
import { t } from '../i18n';

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

/** What stands where a model gave nothing: whatever was made by rules before it was asked. */
export type WhatStands = 'brief' | 'order' | 'draft' | 'passages';

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
    super(wordsOf(model, reason, retryAfterSeconds, 'brief'), { cause });
    this.retryAfterSeconds = retryAfterSeconds;
    this.tokensOver = tokensOver;
    this.detail = detail.slice(0, 500);
  }

  /** @returns the message where something else than a brief was asked for. */
  saying(stands: WhatStands): string {
    return wordsOf(this.model, this.reason, this.retryAfterSeconds, stands);
  }
}

/** From so many seconds on a wait is told in minutes. */
const inMinutes = 120;

/** @returns what happened, what is safe and what to do, in the screen's language. */
function wordsOf(
  model: ModelName,
  reason: ModelReason,
  retryAfterSeconds: number | null,
  stands: WhatStands,
): string {
  const said = [t(`model_named_${model}`), t(`stands_${stands}`)] as const;
  if (reason === 'rate_limited' && retryAfterSeconds !== null) {
    return retryAfterSeconds < inMinutes
      ? t('model_fails_rate_limited_for', ...said, Math.ceil(retryAfterSeconds))
      : t('model_fails_rate_limited_long', ...said, Math.ceil(retryAfterSeconds / 60));
  }
  return t(`model_fails_${reason}`, ...said);
}
