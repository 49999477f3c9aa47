import { describe, expect, it } from 'vitest';
import { basicBrief } from '../../../lib/brief';
import { meetingBrief } from '../../../lib/brief/meeting';
import type { Prospect } from '../../../lib/identity/prospect';
import type { Interaction, Outcome } from '../../../lib/interaction';

const now = '2026-05-20T08:00:00.000Z';

function briefOf(prospect: Prospect, calls: [day: string, outcome: Outcome, words: string][]) {
  const history: Interaction[] = calls.map(([day, outcome, summary], index) => ({
    id: `${prospect.name}-${index}`,
    at: `${day}T10:00:00.000Z`,
    outcome,
    summary,
    prospect: prospect.name,
    type: 'call_log',
  }));
  return basicBrief({ prospect, history, now });
}

const anna = briefOf({ name: 'Anna Berg', email: 'anna@acme.example' }, [
  ['2026-05-02', 'demo', 'Showed her the ROI calculator. She asked about security.'],
  ['2026-05-12', 'objection', 'Anna is concerned about security. Budget is approved.'],
]);
const omar = briefOf({ name: 'Omar Haddad', email: 'omar@acme.example' }, [
  ['2026-05-06', 'positive', 'Security concerns are resolved, he is happy with the report.'],
  ['2026-05-10', 'negative', 'Omar says the budget is frozen.'],
  ['2026-05-14', 'neutral', 'Omar is worried about data migration.'],
]);
const lena = briefOf({ name: 'Lena Lind', email: 'lena@acme.example' }, [
  ['2026-05-11', 'objection', 'Lena is worried about data migration.'],
]);
const nobody = briefOf({ name: 'Noor Aziz', email: 'noor@acme.example' }, []);

describe('a meeting with several prospects', () => {
  it('names who is known, spoken to most first, and who is new', () => {
    const { people } = meetingBrief([nobody, anna, omar]);
    expect(people.map(({ prospect, isNew }) => [prospect.name, isNew])).toEqual([
      ['Omar Haddad', false],
      ['Anna Berg', false],
      ['Noor Aziz', true],
    ]);
  });

  it('is the same in whatever order they come', () => {
    expect(meetingBrief([lena, nobody, omar, anna])).toEqual(
      meetingBrief([anna, omar, lena, nobody]),
    );
  });

  it('says where they disagree, each by their own newest words', () => {
    const { disagreements } = meetingBrief([anna, omar]);
    const about = Object.fromEntries(disagreements.map((one) => [one.about, one.sides]));
    expect(Object.keys(about).sort()).toEqual(['security', 'the budget']);
    expect(about.security?.map(({ name, side }) => [name, side])).toEqual([
      ['Omar', 'for'],
      ['Anna', 'against'],
    ]);
    expect(about['the budget']?.map(({ name, side }) => [name, side])).toEqual([
      ['Omar', 'against'],
      ['Anna', 'for'],
    ]);
  });

  it('says which concern several share, and begins with it', () => {
    const { shared, disagreements, action } = meetingBrief([omar, lena]);
    expect(disagreements).toEqual([]);
    expect(shared).toEqual([{ about: 'data migration', names: ['Omar', 'Lena'] }]);
    expect(action.text).toMatch(/^Begin with data migration, which worries Omar and Lena: bring a/);
    expect(new Set(action.evidence.map(({ memoryId }) => memoryId))).toEqual(
      new Set(['Omar Haddad-2', 'Lena Lind-0']),
    );
  });

  it('begins with what worries several before what divides them', () => {
    const { action, disagreements } = meetingBrief([anna, omar, lena]);
    expect(disagreements.length).toBeGreaterThan(0);
    expect(action.text).toMatch(/^Begin with data migration/);
  });

  it('settles a disagreement where no worry is shared, and greets the new', () => {
    const { action } = meetingBrief([anna, omar, nobody]);
    expect(action.text).toMatch(/^Settle .* in the room/);
    expect(action.text).toMatch(/Noor is new: ask what matters to them\.$/);
  });

  it('says what some were shown and others not', () => {
    const { told } = meetingBrief([anna, omar]);
    const demo = told.find(({ item }) => /ROI calculator/.test(item.text));
    expect(demo).toMatchObject({ to: ['Anna'], notTo: ['Omar'] });
  });

  it('rests every claim on a memory of one of them', () => {
    const { people, told, disagreements, action, memories } = meetingBrief([anna, omar, lena]);
    const words = new Map(memories.map(({ id, summary }) => [id, summary]));
    const claims = [
      action,
      ...people.flatMap(({ stances }) => stances.map(({ claim }) => claim)),
      ...told.map(({ item }) => item),
      ...disagreements.flatMap(({ sides }) => sides.map(({ claim }) => claim)),
    ];
    expect(claims.length).toBeGreaterThan(6);
    for (const { evidence } of claims) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { memoryId, quote } of evidence) expect(words.get(memoryId)).toContain(quote);
    }
  });

  it('calls two people of one first name by their whole names', () => {
    const other = briefOf({ name: 'Lena Aho', email: 'aho@acme.example' }, [
      ['2026-05-11', 'objection', 'Lena is worried about data migration.'],
    ]);
    expect(meetingBrief([lena, other]).shared[0]?.names.sort()).toEqual(['Lena Aho', 'Lena Lind']);
  });

  it('introduces itself where nobody is known', () => {
    const other = briefOf({ name: 'Kim Roe' }, []);
    const { action, people } = meetingBrief([nobody, other]);
    expect(action.evidence).toEqual([]);
    expect(action.text).toContain('introduce the product');
    expect(people.every(({ isNew }) => isNew)).toBe(true);
  });
});
