import { describe, expect, it } from 'vitest';
import { successorOf } from '../../../lib/models/successor';

describe('in place of a model that is gone', () => {
  const models = ['llama-3.1-8b', 'llama-4-maverick', 'openai/gpt-oss-120b', 'openai/gpt-oss-20b'];

  it('comes the one that the product is tuned to', () => {
    expect(successorOf('llama-3.3-70b', models, 'openai/gpt-oss-120b')).toBe('openai/gpt-oss-120b');
  });

  it('comes the nearest of its family, where there is none such or that one is gone', () => {
    expect(successorOf('llama-3.3-70b', models, null)).toBe('llama-3.1-8b');
    const usual = 'openai/gpt-oss-120b';
    const others = models.filter((model) => model !== usual);
    expect(successorOf(usual, others, usual)).toBe('openai/gpt-oss-20b');
  });

  it('comes none by itself where none is near', () => {
    expect(successorOf('qwen-3-32b', models, null)).toBeNull();
    expect(successorOf('any', [], 'any')).toBeNull();
  });
});
