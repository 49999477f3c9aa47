import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prospectKey } from '../../../lib/identity/key';
import {
  areNamesakes,
  changesOf,
  type Decision,
  isDecided,
  meantBy,
  othersOf,
  type PersonChange,
  personOf,
} from '../../../lib/identity/people';
import type { Prospect } from '../../../lib/identity/prospect';

const northwind = { name: 'Sarah Chen', email: 'sarah@northwind.example', company: 'Northwind' };
const contoso = { name: 'Sarah Chen', email: 's.chen@contoso.example', company: 'Contoso' };
const nameOnly: Prospect = { name: 'Sarah Chen' };
const james = { name: 'James Okafor', email: 'james@paysend.example' };

/** The decisions after some changes, as memory keeps them: one for each key. */
function decide(...changes: PersonChange[]): Decision[] {
  return changes.reduce<Decision[]>((decisions, change) => {
    const { keep, drop } = changesOf(decisions, change);
    const keys = new Set([...drop, ...keep.map(({ key }) => key)]);
    return [...decisions.filter(({ key }) => !keys.has(key)), ...keep];
  }, []);
}

const keysOf = (decisions: Decision[], who: Prospect) => personOf(decisions, who).keys.sort();
const together = [prospectKey(contoso), prospectKey(northwind)].sort();

describe('who somebody is', () => {
  it('is only themselves while nothing was decided, whoever has the same name', () => {
    for (const one of [northwind, contoso, nameOnly]) {
      expect(personOf([], one)).toEqual({ prospect: one, keys: [prospectKey(one)] });
    }
    expect(areNamesakes(northwind, { ...contoso, name: 'Chen, Sarah' })).toBe(true);
    expect(areNamesakes(northwind, james)).toBe(false);
  });

  it('is one person by both addresses once they are merged, and two again once split', () => {
    const merged = decide({ kind: 'merge', from: contoso, into: northwind });
    expect(keysOf(merged, contoso)).toEqual(together);
    expect(keysOf(merged, northwind)).toEqual(together);
    expect(personOf(merged, contoso).prospect).toEqual(northwind);
    expect(keysOf(merged, nameOnly)).toEqual([prospectKey(nameOnly)]);
    const split = decide(
      { kind: 'merge', from: contoso, into: northwind },
      { kind: 'split', key: prospectKey(contoso) },
    );
    expect(personOf(split, contoso)).toEqual({ prospect: contoso, keys: [prospectKey(contoso)] });
  });

  it('follows a merged person who is merged again, in either order, and never in a circle', () => {
    const decisions = decide(
      { kind: 'merge', from: contoso, into: northwind },
      { kind: 'merge', from: northwind, into: james },
      { kind: 'merge', from: james, into: contoso },
    );
    const all = [...together, prospectKey(james)].sort();
    for (const one of [northwind, contoso, james]) expect(keysOf(decisions, one)).toEqual(all);
    const circle: Decision[] = [
      { key: prospectKey(james), known: james, person: northwind },
      { key: prospectKey(northwind), known: northwind, person: james },
    ];
    expect(personOf(circle, james).keys).toContain(prospectKey(james));
  });

  it('keeps the address through a rename, and a name without one leads to the new name', () => {
    const married = decide({
      kind: 'rename',
      person: northwind,
      to: { name: 'Sarah Chen-Miller', company: 'Northwind Ltd' },
    });
    expect(personOf(married, northwind).prospect).toEqual({
      name: 'Sarah Chen-Miller',
      email: northwind.email,
      company: 'Northwind Ltd',
    });
    const named = { name: 'Sarah Chen', company: 'Contoso' };
    const to = { name: 'Sara Chen', company: 'Contoso' };
    const renamed = decide({ kind: 'rename', person: named, to });
    expect(personOf(renamed, named).prospect).toEqual(to);
    expect(keysOf(renamed, to)).toContain(prospectKey(named));
  });

  it('never lets a bare name that was renamed stand for anybody on the next page', () => {
    for (const to of [{ name: 'Sarah Chen', company: 'Contoso' }, { name: 'Sara Chen' }]) {
      const renamed = decide({ kind: 'rename', person: nameOnly, to });
      expect(meantBy(renamed, nameOnly, 'event-2')).toEqual(nameOnly);
      expect(isDecided(renamed, nameOnly, 'event-2')).toBe(false);
      expect(personOf(renamed, to).keys).toEqual([prospectKey(to)]);
    }
  });

  it('never makes a bare name of somebody of a company', () => {
    const named = { name: 'Sarah Chen', company: 'Contoso' };
    const renamed = decide({ kind: 'rename', person: named, to: { name: 'Sarah Chen' } });
    expect(personOf(renamed, nameOnly).keys).toEqual([prospectKey(nameOnly)]);
    expect(personOf(renamed, named)).toEqual({ prospect: named, keys: [prospectKey(named)] });
  });

  it('gives back with a split who belonged to the split one before', () => {
    const home = { name: 'Sarah Chen', email: 'sc@home.example' };
    const decisions = decide(
      { kind: 'merge', from: home, into: contoso },
      { kind: 'merge', from: contoso, into: northwind },
      { kind: 'rename', person: northwind, to: { name: 'Sarah Chen-Miller' } },
      { kind: 'split', key: prospectKey(contoso) },
    );
    expect(keysOf(decisions, northwind)).toEqual([prospectKey(northwind)]);
    expect(keysOf(decisions, home)).toEqual([prospectKey(contoso), prospectKey(home)].sort());
    expect(personOf(decisions, home).prospect).toEqual(contoso);
  });

  it('takes in another address, shown as such', () => {
    const decisions = decide({ kind: 'address', person: northwind, email: 'sc@home.example' });
    const person = personOf(decisions, { name: 'S', email: 'sc@home.example' });
    expect(person.prospect).toEqual(northwind);
    expect(othersOf(decisions, person).map(({ known }) => known.email)).toEqual([
      'sc@home.example',
    ]);
  });

  it('takes a first address for the person, and never lets a bare name stand for somebody', () => {
    const named = { name: 'Sarah Chen', company: 'Northwind' };
    const decisions = decide({ kind: 'address', person: named, email: northwind.email });
    expect(personOf(decisions, named).prospect.email).toBe(northwind.email);
    expect(personOf(decisions, northwind).keys).toContain(prospectKey(named));
    const merged = decide({ kind: 'merge', from: nameOnly, into: northwind });
    expect(personOf(merged, nameOnly)).toEqual({
      prospect: nameOnly,
      keys: [prospectKey(nameOnly)],
    });
  });

  it('of a bare name is decided for one page and not for the next', () => {
    const decisions = decide({
      kind: 'means',
      named: nameOnly,
      pageId: 'event-1',
      person: contoso,
    });
    expect(meantBy(decisions, nameOnly, 'event-1')).toEqual(contoso);
    expect(isDecided(decisions, nameOnly, 'event-1')).toBe(true);
    expect(meantBy(decisions, nameOnly, 'event-2')).toEqual(nameOnly);
    expect(isDecided(decisions, nameOnly, 'event-2')).toBe(false);
    // What was said about a page makes nobody's history longer.
    expect(keysOf(decisions, contoso)).toEqual([prospectKey(contoso)]);
    expect(keysOf(decisions, nameOnly)).toEqual([prospectKey(nameOnly)]);
  });

  it('of a name with a company is decided for good; somebody new stays themselves', () => {
    const named = { name: 'Sarah Chen', company: 'Contoso' };
    const decisions = decide({ kind: 'means', named, pageId: 'event-1', person: contoso });
    expect(meantBy(decisions, named, 'event-2')).toEqual(contoso);
    const nobody = decide({ kind: 'means', named, pageId: 'event-1', person: null });
    expect(meantBy(nobody, named, null)).toEqual(named);
    expect(isDecided(nobody, named, null)).toBe(true);
  });

  it('takes no name for the mark of a page', () => {
    const page = { name: 'Mr. Page', company: 'Acme' };
    const decisions = decide({ kind: 'merge', from: page, into: james });
    expect(personOf(decisions, james).keys).toContain(prospectKey(page));
  });

  it('never puts a third person in, whatever is merged and split', () => {
    const people = [northwind, contoso, nameOnly, james];
    const who = fc.constantFrom(...people);
    const change: fc.Arbitrary<PersonChange> = fc.oneof(
      fc.record({ kind: fc.constant('merge' as const), from: who, into: who }),
      fc.record({ kind: fc.constant('split' as const), key: who.map(prospectKey) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const decisions = decide(...changes);
        const merged = changes.flatMap((one) => (one.kind === 'merge' ? [one] : []));
        const touched = new Set(merged.flatMap(({ from, into }) => [from, into].map(prospectKey)));
        for (const one of people) {
          const { keys } = personOf(decisions, one);
          expect(keys).toContain(prospectKey(one));
          for (const key of keys) {
            if (key !== prospectKey(one)) expect(touched).toContain(key);
            // One group seen from each of its members.
            const member = people.find((other) => prospectKey(other) === key);
            if (member) expect(keysOf(decisions, member)).toEqual([...keys].sort());
          }
        }
      }),
    );
  });
});
