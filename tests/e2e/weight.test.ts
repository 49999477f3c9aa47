import { describe, expect, it } from 'vitest';
import { extensionFolder } from '../../scripts/extension';
import budget from '../bench/budget.json';
import { budgetOf, weighExtension } from '../bench/support/weigh';

describe('the weight of the built extension, gzipped', async () => {
  const weights = [...(await weighExtension(extensionFolder('production')))];

  it.each(weights)('%s keeps to its budget (tests/bench/budget.json)', (context, { gzip }) => {
    const most = budgetOf(budget, context);
    expect(most, `no budget for ${context}`).toBeDefined();
    expect(gzip).toBeLessThanOrEqual(most ?? 0);
    // A budget with much air in it no longer sees what is added.
    if (!context.startsWith('content')) expect(gzip).toBeGreaterThan((most ?? 0) * 0.7);
  });
});
