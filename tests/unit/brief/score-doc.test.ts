import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { rubricMarkdown } from '../../../prompts/rubric';

describe('docs/score.md', () => {
  it('holds the rubric as it is', async () => {
    const doc = await readFile(new URL('../../../docs/score.md', import.meta.url), 'utf8');
    const [, rubric] = /<!-- rubric:start -->\n\n([\s\S]*?)\n\n<!-- rubric:end -->/.exec(doc) ?? [];
    expect(rubric).toBe(rubricMarkdown());
  });
});
