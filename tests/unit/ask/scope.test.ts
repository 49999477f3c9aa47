import { expect, it } from 'vitest';
import { scopeOf } from '../../../lib/ask/scope';

const priya = { name: 'Priya Sharma', email: 'priya@rentokil.example', company: 'Rentokil' };
const grace = { name: 'Grace Whitfield', email: 'grace@law.example', company: 'Whitfield Law' };
const will = { name: 'Will Turner', email: 'will@pearl.example', company: 'Black Pearl' };
const north = { name: 'Sarah Chen', email: 'sarah@northwind.example', company: 'Northwind' };
const south = { name: 'Sarah Chen', email: 'sarah@contoso.example', company: 'Contoso' };
const known = [priya, grace, will, north, south];

const people = (question: string) => scopeOf(question, known).people;

it.each([
  ['What did Priya say about migration?', [priya]],
  ['what did priya say', [priya]],
  ['Did Sharma’s team agree?', [priya]],
  ['What worries Rentokil?', [priya]],
  ['Is Black Pearl ready?', [will]],
  ['What did priya@rentokil.example promise?', [priya]],
  ['What did Sarah say?', [north, south]],
  ['What did Sarah at Contoso say?', [south]],
  ['Priya or Grace?', [priya, grace]],
  ['What did Grace ask for?', [grace]],
])('%s', (question, wanted) => {
  expect(people(question)).toEqual(wanted);
});

it('takes ordinary words for no names', () => {
  expect(people('Will they sign?')).toEqual([]);
  expect(people('Which of them will sign, and is there a grace period?')).toEqual([]);
  expect(people('Who asked about SSO?')).toEqual([]);
});

it('asks about the subject without the names', () => {
  expect(scopeOf('What did Priya say about migration?', known).rest).toBe(
    'What did say about migration?',
  );
  expect(scopeOf('Priya?', known).rest).toBe('Priya?');
});
