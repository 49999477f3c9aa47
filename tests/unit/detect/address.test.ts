import { describe, expect, it } from 'vitest';
import { fits } from '../../../lib/detect/address';
import { addressIn, line, mailtoOf, unique } from '../../../lib/detect/people';
import { documentOf } from './load';

describe('fits', () => {
  it.each([
    ['Priya Sharma', 'priya.sharma@x.example'],
    ['Priya Sharma', 'psharma@x.example'],
    ['Priya Sharma', 'priya@x.example'],
    ['Priya Sharma', 'sharma-p2@x.example'],
    ['Jörg Müßig', 'joerg.muessig@x.example'],
    ['José Núñez', 'jose_nunez@x.example'],
    ['Anna-Lena Öztürk', 'annalena.oeztuerk@x.example'],
  ])('%s may be %s', (name, email) => expect(fits(name, email)).toBe(true));

  it.each([
    ['Priya Sharma', 'priya.okafor@x.example'],
    ['Priya Sharma', 'support@x.example'],
    ['Priya Sharma', 'ps@x.example'],
    ['Alex Kim', 'alex.vale@x.example'],
    ['佐藤 美咲', 'misaki@x.example'],
    ['', 'a@x.example'],
  ])('%s is not %s', (name, email) => expect(fits(name, email)).toBe(false));
});

describe('texts of a page', () => {
  it('become one line without invisible marks', () => {
    expect(line('\u202bليلى\u202c\n   حداد\u200f ')).toBe('ليلى حداد');
    expect(line(' \u200b ')).toBeNull();
  });

  it('hold an address, or none', () => {
    expect(addressIn('Rowan Vale (Rowan@Sales.example)')).toBe('rowan@sales.example');
    expect(addressIn('<a@b.example>, c@d.example')).toBe('a@b.example');
    expect(addressIn('at @home or a@b')).toBeNull();
    expect(addressIn(`${'x'.repeat(400)}@b.example`)).toBeNull();
  });

  it('link to an address, escaped or broken', () => {
    const { body } = documentOf(
      `<a href="MAILTO:a%2Bb@x.example?cc=c@x.example"></a><a href="mailto:%E0%A4%A@x.example"></a>
       <a href="https://x.example/?u=a@b.example"></a><a href="mailto:"></a>`,
      new URL('https://x.example/'),
    );
    expect([...body.children].map(mailtoOf)).toEqual([
      'a+b@x.example',
      '%e0%a4%a@x.example',
      null,
      null,
    ]);
  });

  it('name a person once per address, and by a name where only a repetition has one', () => {
    const one = { role: 'guest', self: false } as const;
    expect(
      unique([
        { ...one, name: null, email: 'a@x.example' },
        { ...one, name: 'Alex', email: 'a@x.example' },
        { ...one, name: 'Alex', email: 'b@x.example' },
        { ...one, name: 'Alex', email: null },
        null,
      ]),
    ).toEqual([
      { ...one, name: 'Alex', email: 'a@x.example' },
      { ...one, name: 'Alex', email: 'b@x.example' },
      { ...one, name: 'Alex', email: null },
    ]);
  });
});
