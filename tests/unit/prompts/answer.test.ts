import { expect, test } from 'vitest';
import { answerJsonSchema, answerSchema } from '../../../prompts/answer';
import { signalKinds, topics } from '../../../prompts/rubric';

type Node = {
  type?: string | string[];
  properties?: Record<string, Node>;
  required?: string[];
  additionalProperties?: unknown;
  items?: Node;
  anyOf?: Node[];
};

function nodesOf(node: Node, depth = 0): { node: Node; depth: number }[] {
  const below = [...Object.values(node.properties ?? {}), ...(node.anyOf ?? [])];
  if (node.items) below.push(node.items);
  return [{ node, depth }, ...below.flatMap((child) => nodesOf(child, depth + 1))];
}

test('the schema is fit for strict output: all required, nothing besides, flat and small', () => {
  const schema = answerJsonSchema();
  const objects = nodesOf(schema as Node).filter(({ node }) => node.type === 'object');
  expect(objects.length).toBeGreaterThan(1);
  for (const { node } of objects) {
    expect(node.additionalProperties).toBe(false);
    expect([...(node.required ?? [])].sort()).toEqual(Object.keys(node.properties ?? {}).sort());
  }
  expect(Math.max(...objects.map(({ depth }) => depth))).toBeLessThanOrEqual(2);
  expect(JSON.stringify(schema).length).toBeLessThan(4_000);
  expect(JSON.stringify(schema)).not.toMatch(/\$ref|\$schema|pattern|minLength/);
});

test('the schema has no place for a score', () => {
  expect(JSON.stringify(answerJsonSchema())).not.toMatch(/"(score|points|label|momentum)"/);
});

test('the schema knows every kind and every topic', () => {
  const text = JSON.stringify(answerJsonSchema());
  for (const word of [...Object.keys(signalKinds), ...topics]) expect(text).toContain(`"${word}"`);
});

test('absent values are null, not left out', () => {
  const signal = {
    kind: 'engaged',
    topic: null,
    memory_id: 'a',
    date: null,
    quote: 'b',
    due: null,
  };
  const answer = { signals: [signal], risk: null, action: null };
  expect(answerSchema.safeParse(answer).success).toBe(true);
  const { due: _, ...without } = signal;
  expect(answerSchema.safeParse({ ...answer, signals: [without] }).success).toBe(false);
});
