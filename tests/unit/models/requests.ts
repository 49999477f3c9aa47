import type { ModelRequest } from '../../../lib/models/port';
import type { ModelSettings } from '../../../lib/settings';
import { answerJsonSchema } from '../../../prompts/answer';

/** Settings of somebody who has set nothing up. */
export const defaultModelSettings: ModelSettings = {
  use: 'basic',
  groqApiKey: '',
  groqModel: 'openai/gpt-oss-120b',
  openaiBaseUrl: '',
  openaiApiKey: '',
  openaiModel: '',
  redact: false,
  language: 'en',
};

/** A request as the reader makes it, with what a test needs different. */
export const request = (over: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [
    { role: 'system', content: 'rules of the house' },
    { role: 'user', content: 'what was logged' },
  ],
  schema: answerJsonSchema(),
  name: 'brief',
  signal: new AbortController().signal,
  ...over,
});
