import { normaliseName } from '../identity/names';
import type { Prospect } from '../identity/prospect';

/** Given names that are words of questions too; they count as names only inside a sentence, capitalised. */
const alsoWords = new Set(
  'art bill chase dean drew faith frank grace grant guy hope jack joy mark may june april pat rich rob rose sue summer will'.split(
    ' ',
  ),
);

/** Whom a question is about, and what it asks about them. */
export interface Scope {
  /** Known prospects that it names; nobody where it is about all deals. */
  people: Prospect[];
  /** The question without their names, which would draw recall to every log that says them. */
  rest: string;
}

interface Token {
  plain: string;
  text: string;
  start: number;
}

function tokensOf(question: string): Token[] {
  return [...question.matchAll(/[\p{L}\p{M}\p{N}@.+_-]*[\p{L}\p{M}\p{N}]/gu)].map(
    ({ 0: text, index }) => ({ text, plain: plainly(text), start: index }),
  );
}

const plainly = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** @returns where the words of a name stand in the question, one after another. */
function placesOf(words: readonly string[], tokens: readonly Token[]): number[] {
  const at = tokens.findIndex((_, index) =>
    words.every((word, offset) => tokens[index + offset]?.plain === word),
  );
  return at < 0 || words.length === 0 ? [] : words.map((_, offset) => at + offset);
}

/** @returns which tokens of the question name this person: their name, parts of it, or their company. */
function naming({ name, email, company }: Prospect, tokens: readonly Token[]): Set<number> {
  const parts = normaliseName(name).split(' ').map(plainly);
  const found = new Set<number>();
  tokens.forEach(({ plain, text, start }, index) => {
    if (email && plain === email) found.add(index);
    if (plain.length < 3 || !parts.includes(plain)) return;
    const capital = /^\p{Lu}/u.test(text);
    if (!alsoWords.has(plain) || (capital && start > 0)) found.add(index);
  });
  const of = tokensOf(company ?? '').map(({ plain }) => plain);
  for (const place of placesOf(of, tokens)) found.add(place);
  return found;
}

/**
 * Finds the known people that a question names, by given name, family name, whole name, address or
 * company. Of two who share what was said, the one that more of the question fits; of two whom it
 * fits alike, both.
 */
export function scopeOf(question: string, known: readonly Prospect[]): Scope {
  const tokens = tokensOf(question);
  const named = known
    .map((prospect) => ({ prospect, by: naming(prospect, tokens) }))
    .filter(({ by }) => by.size > 0);
  const people = named.filter(
    ({ by }) => !named.some((other) => other.by.size > by.size && !other.by.isDisjointFrom(by)),
  );
  const taken = new Set(people.flatMap(({ by }) => [...by]));
  let rest = question;
  for (const [index, { text, start }] of [...tokens.entries()].reverse()) {
    if (taken.has(index)) rest = `${rest.slice(0, start)}${rest.slice(start + text.length)}`;
  }
  rest = rest
    .replace(/['’]s\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    people: people.map(({ prospect }) => prospect),
    rest: /[\p{L}\p{N}]/u.test(rest) ? rest : question,
  };
}
