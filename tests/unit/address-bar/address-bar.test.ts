import { describe, expect, it } from 'vitest';
import { chosen, searchOf, suggestionOf } from '../../../lib/address-bar';

const globex = { name: 'Sarah Chen', email: 'sarah.chen@globex.example' };
const initech = { name: 'Sarah Chen', company: 'Initech' };
const james = { name: 'James Okafor', email: 'james@paysend.example', company: 'Paysend' };

describe('the address bar', () => {
  it('shows what people wrote as text, not as markup', () => {
    const { description } = suggestionOf({ name: '<match>"A & B"</match>\u0007', company: 'x' });
    expect(description).toBe('&lt;match&gt;&quot;A &amp; B&quot;&lt;/match&gt;  <dim>x</dim>');
  });

  it('opens whose line was chosen, though two have one name', () => {
    for (const person of [globex, initech, james]) {
      const { content } = suggestionOf(person);
      expect(searchOf(content)).toBe(person.name);
      expect(chosen(content, [globex, initech, james])).toBe(person);
    }
  });

  it('opens the only one that a part of a name may mean', () => {
    expect(chosen('james', [james])).toBe(james);
  });

  it('opens nobody where two may be meant', () => {
    expect(chosen('Sarah Chen', [globex, initech])).toBeNull();
    expect(chosen('sa', [globex, initech])).toBeNull();
    expect(chosen('zoe', [])).toBeNull();
  });
});
