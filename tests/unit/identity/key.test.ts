import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeKey, encodeKey, prospectKey, samePerson } from '../../../lib/identity/key';

describe('the key of a person', () => {
  it('is the address, whatever name and company come with it', () => {
    const key = prospectKey({ name: 'Priya Sharma', email: 'priya@rentokil.com' });
    expect(key).toBe('priya@rentokil.com');
    expect(prospectKey({ name: 'P. S.', email: 'Priya@Rentokil.com', company: 'Other' })).toBe(key);
  });

  it('keeps people of one name apart by address and by company', () => {
    const keys = [
      { name: 'Sarah Chen', email: 'sarah@northwind.example' },
      { name: 'Sarah Chen', email: 'sarah@contoso.example' },
      { name: 'Sarah Chen', company: 'Contoso' },
      { name: 'Sarah Chen', company: 'Northwind' },
      { name: 'Sarah Chen' },
    ].map(prospectKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('of a name without an address follows the person through spellings', () => {
    expect(samePerson({ name: 'Sharma, Priya' }, { name: 'Dr. PRIYA K. Sharma' })).toBe(true);
    expect(samePerson({ name: 'José Díaz' }, { name: 'Jose Diaz' })).toBe(true);
    expect(samePerson({ name: '王小明' }, { name: '王大明' })).toBe(false);
  });

  it('never takes a guess for an address', () => {
    expect(prospectKey({ name: 'ada@x.example' })).not.toBe(
      prospectKey({ name: 'ada', email: 'ada@x.example' }),
    );
    expect(prospectKey({ name: 'a', email: '~a~' })).not.toBe(prospectKey({ name: 'a' }));
  });

  it('tells names of signs and titles alone apart', () => {
    const names = ['Dr.', 'Prof', '...', '(x)', '*'];
    expect(new Set(names.map((name) => prospectKey({ name }))).size).toBe(names.length);
  });

  it('has no sign that a tag or a query could take for its own', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
        (name, company) => {
          expect(prospectKey({ name, company })).toMatch(/^[a-z0-9.@_+%A-F~-]*$/);
        },
      ),
    );
    expect(encodeKey('prospect:*,"x"')).toBe('prospect%3A%2A%2C%22x%22');
  });

  it('gives different text different keys, and the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeKey(encodeKey(text))).toBe(text.normalize('NFKC').trim().toLowerCase());
      }),
    );
  });

  it('takes halves of characters and null characters', () => {
    expect(encodeKey('a\0')).toBe(encodeKey('a\uFFFD'));
    expect(encodeKey('a\uD800')).toBe(encodeKey('a\uFFFD'));
  });
});
