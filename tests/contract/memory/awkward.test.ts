import { describe } from 'vitest';
import { keepsAwkwardInput } from './awkward';
import { newBank } from './bank';

describe('a server without a model', () => {
  keepsAwkwardInput(newBank);
});
