import { beforeEach, expect, it, vi } from 'vitest';
import { forgetLook, look } from '../../../lib/looks';

const ann = { name: 'Ann', email: 'ann@acme.example' };
const bob = { name: 'Bob', email: 'bob@acme.example' };
const at = (time: string) => new Date(`2026-05-20T${time}:00.000Z`);

let local: Record<string, unknown>;
let session: Record<string, unknown>;

const area = (held: () => Record<string, unknown>) => ({
  get: async (key: string) => ({ [key]: held()[key] }),
  set: async (values: object) => void Object.assign(held(), values),
});

beforeEach(() => {
  local = {};
  session = {};
  vi.stubGlobal('chrome', { storage: { local: area(() => local), session: area(() => session) } });
});

it('knows nothing at the first look', async () => {
  expect(await look(ann, at('08:00'))).toBeNull();
});

it('gives the moment of the look before, per person', async () => {
  await look(ann, at('08:00'));
  expect(await look(bob, at('10:00'))).toBeNull();
  expect(await look(ann, at('12:00'))).toBe(at('08:00').toISOString());
});

it('keeps the news through a panel that is closed and opened again', async () => {
  await look(ann, at('08:00'));
  expect(await look(ann, at('12:00'))).toBe(at('08:00').toISOString());
  expect(await look(ann, at('12:10'))).toBe(at('08:00').toISOString());
  expect(await look(ann, at('14:00'))).toBe(at('12:00').toISOString());
});

it('keeps one date per person, and nothing else for good', async () => {
  await look(ann, at('08:00'));
  await look(ann, at('12:00'));
  expect(local).toEqual({ looks: { 'ann@acme.example': at('12:00').toISOString() } });
});

it('lets go of it with the person', async () => {
  await look(ann, at('08:00'));
  await look(bob, at('08:00'));
  await forgetLook(ann);
  expect(local.looks).toEqual({ 'bob@acme.example': at('08:00').toISOString() });
  expect(await look(ann, at('12:00'))).toBeNull();
});

it.each([[{ looks: 'broken' }], [{ looks: { 'ann@acme.example': 7 } }], [{ looks: null }]])(
  'passes over a damaged store: %o',
  async (stored) => {
    local = stored as Record<string, unknown>;
    expect(await look(ann, at('08:00'))).toBeNull();
  },
);

it('costs nothing where the storage is full', async () => {
  vi.stubGlobal('chrome', {
    storage: {
      local: { get: async () => ({}), set: () => Promise.reject(new Error('QUOTA_BYTES')) },
      session: area(() => session),
    },
  });
  expect(await look(ann, at('08:00'))).toBeNull();
});
