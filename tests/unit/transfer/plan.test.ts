import { describe, expect, it } from 'vitest';
import { type ImportChoices, planImport } from '../../../lib/transfer/plan';
import { readTable, UnreadableFile } from '../../../lib/transfer/table';

const now = new Date('2026-11-20T12:00:00Z');

function plan(text: string | Uint8Array, choices?: ImportChoices) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return planImport(readTable(bytes), now, choices);
}

const local = (...parts: [number, number, number, number?, number?]) =>
  new Date(...(parts as unknown as [number, number])).toISOString();

describe('activity exports', () => {
  it('of HubSpot are read: several contacts, notes in HTML, the outcome', () => {
    const found = plan(
      `Record ID,Call Title,Call notes,Activity date,Call outcome,Activity assigned to,Associated Contact,Associated Company
901,Discovery,"<p>Worried about <b>onboarding</b>.</p><p>Q3 &amp; later.</p>",2026-03-04 15:30,Connected,Robin Rep,Priya Sharma (Priya@rentokil.example);Tom Wood (tom@rentokil.example),Rentokil
902,Try,,2026-03-05 09:00,Left voicemail,Robin Rep,Priya Sharma (priya@rentokil.example),Rentokil
`,
    );
    expect(found.source).toBe('hubspot');
    expect(found.problems).toEqual([]);
    expect(found.interactions).toMatchObject([
      {
        at: local(2026, 2, 4, 15, 30),
        outcome: 'none',
        summary: 'Discovery\nWorried about onboarding.\nQ3 & later.',
        prospect: 'Priya Sharma',
        email: 'priya@rentokil.example',
        company: 'Rentokil',
        type: 'import',
        rep: 'Robin Rep',
      },
      { prospect: 'Tom Wood', email: 'tom@rentokil.example' },
      { summary: 'Try', outcome: 'no_answer' },
    ]);
    expect(new Set(found.interactions.map(({ id }) => id)).size).toBe(3);
  });

  it('of Salesforce are read, tasks that are still to do left out', () => {
    const found = plan(
      `Activity ID,Subject,Date,Assigned,Contact,Company / Account,Email,Full Comments,Call Result,Status
00T1,Call,3/14/2026,Robin Rep,"Sharma, Priya",Rentokil,priya@rentokil.example,Budget is frozen until Q3.,Interested,Completed
00T2,Call,3/20/2026,Robin Rep,"Sharma, Priya",Rentokil,priya@rentokil.example,Ask again.,,Not Started
`,
    );
    expect(found.source).toBe('salesforce');
    expect(found.planned).toBe(1);
    expect(found.dateOrder).toBe('month first');
    expect(found.dateOrderIsGuess).toBe(false);
    expect(found.interactions).toMatchObject([
      {
        at: local(2026, 2, 14, 12),
        outcome: 'positive',
        summary: 'Call\nBudget is frozen until Q3.',
        email: 'priya@rentokil.example',
      },
    ]);
  });

  it('of Pipedrive are read, semicolons between the cells', () => {
    const found = plan(
      `Activity - ID;Activity - Subject;Activity - Note;Activity - Due date;Activity - Due time;Activity - Done;Activity - Contact person;Activity - Organization;Activity - Assigned to user
7;Pilot talk;Agreed on a pilot.;2026-05-06;10:15;Done;Priya Sharma;Rentokil;Robin Rep
8;Next talk;;2026-05-08;10:15;To do;Priya Sharma;Rentokil;Robin Rep
`,
    );
    expect(found.source).toBe('pipedrive');
    expect(found.planned).toBe(1);
    expect(found.interactions).toMatchObject([
      {
        at: local(2026, 4, 6, 10, 15),
        summary: 'Pilot talk\nAgreed on a pilot.',
        prospect: 'Priya Sharma',
        company: 'Rentokil',
        rep: 'Robin Rep',
      },
    ]);
    expect(found.interactions[0]).not.toHaveProperty('email');
  });
});

describe('the same row', () => {
  const rows = `Name,Email,Date,Notes\nPriya,priya@x.example,2026-01-02,Talked.\n`;
  it('gets the same id whenever it is read, another row another', () => {
    const [first] = plan(rows).interactions;
    expect(plan(rows).interactions[0]?.id).toBe(first?.id);
    const others = plan(
      `Name,Email,Date,Notes\nPriya,priya@x.example,2026-01-02,Talked again.\nPriya,p@y.example,2026-01-02,Talked.\n`,
    ).interactions.map(({ id }) => id);
    expect(new Set([...others, first?.id]).size).toBe(3);
  });

  it('twice in a table counts once', () => {
    const found = plan(`${rows}Priya,priya@x.example,2026-01-02,Talked.\n`);
    expect(found.interactions).toHaveLength(1);
    expect(found.repeated).toBe(1);
  });

  it('of a list that numbers its rows is no row of another list', () => {
    const ids = ['Talked.', 'Something else.'].map(
      (note) => plan(`id,Email,Date,Notes\n1,p@x.example,2026-01-02,${note}\n`).interactions[0]?.id,
    );
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('rows that can’t be taken', () => {
  it('are named by row and column, and hold nobody up', () => {
    const found = plan(
      `Name,Email,Date,Notes
Priya,priya@x.example,2026-01-02,Fine.
,,2026-01-02,Nobody.
Priya,priya@x.example,31/02/2026,No such day.
Priya,priya@x.example,,No date.

Priya,priya@x.example,2026-01-02,
Priya,priya@x.example,2031-01-02,In the future.
Priya,priya@x.example,0001-01-01T00:00:00Z,What some systems write where there is no date.
,not an address,2026-01-02,No address.
${'n'.repeat(201)},,2026-01-02,Long name.
Room,room-3@x.example,2026-01-02,A room.
Priya,priya@x.example,2026-01-03,"${'word '.repeat(10_001)}"
`,
    );
    expect(found.interactions.map(({ summary }) => summary)).toEqual(['Fine.']);
    expect(found.problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'Name'],
      [4, 'Date'],
      [5, 'Date'],
      [7, 'Notes'],
      [8, 'Date'],
      [9, 'Date'],
      [10, 'Email'],
      [11, 'Name'],
      [12, 'Email'],
      [13, 'Notes'],
    ]);
    expect(found.problems[1]?.message).toContain('31/02/2026');
  });

  it('are those about colleagues too', () => {
    const found = plan(`Name,Email,Date,Notes\nKim,kim@ours.example,2026-01-02,Chat.\n`, {
      ourselves: { ownAddresses: [], ownDomains: ['ours.example'] },
    });
    expect(found.interactions).toEqual([]);
    expect(found.problems).toMatchObject([{ row: 2, column: 'Email' }]);
  });
});

describe('dates', () => {
  it.each([
    ['2026-03-04T15:30:00Z', '2026-03-04T15:30:00.000Z'],
    ['2026-03-04T15:30:00.000+0200', '2026-03-04T13:30:00.000Z'],
    ['1772636400000', new Date(1772636400000).toISOString()],
    ['2026-03-04 15:30:10', new Date(2026, 2, 4, 15, 30, 10).toISOString()],
    ['04.03.2026', local(2026, 2, 4, 12)],
    ['3/14/2026 3:05 PM', local(2026, 2, 14, 15, 5)],
    ['3/14/26, 12:05 am', local(2026, 2, 14, 0, 5)],
    ['Mar 4, 2026', local(2026, 2, 4, 12)],
    ['4 March 2026 at 08:15', local(2026, 2, 4, 8, 15)],
    ['Wednesday, 4-Mar-2026', local(2026, 2, 4, 12)],
  ])('%s', (written, expected) => {
    const found = plan(`Name,Date,Notes\nPriya,"${written}",Talked.\n`);
    expect(found.problems).toEqual([]);
    expect(found.interactions[0]?.at).toBe(expected);
  });

  it.each(['yesterday', '2026-13-01', '12:30', '25/25/2026', '2026-02-30', '3/4'])(
    '%s is none',
    (written) => {
      expect(plan(`Name,Date,Notes\nPriya,${written},Talked.\n`).problems).toHaveLength(1);
    },
  );

  it('that can be read either way take the order from the others, or ask', () => {
    const rows = (second: string) =>
      `Name,Date,Notes\nPriya,03/04/2026,Talked.\nPriya,${second},Talked.\n`;
    const told = plan(rows('23/04/2026'));
    expect(told.interactions[0]?.at).toBe(local(2026, 3, 3, 12));
    expect(told.dateOrderIsGuess).toBe(false);
    const guessed = plan(rows('05/04/2026'));
    expect(guessed.dateOrderIsGuess).toBe(true);
    const chosen = plan(rows('05/04/2026'), { dateOrder: 'day first' });
    expect(chosen.interactions[0]?.at).toBe(local(2026, 3, 3, 12));
    expect(chosen.dateOrderIsGuess).toBe(false);
  });
});

describe('files', () => {
  it('in the code page of Windows are read, and said to be', () => {
    const found = plan(
      Uint8Array.from(`Name,Date,Notes\nJosé,2026-01-02,Caf\u00e9.\n`, (sign) =>
        sign.charCodeAt(0),
      ),
    );
    expect(found.encoding).toBe('windows-1252');
    expect(found.interactions[0]).toMatchObject({ prospect: 'José', summary: 'Café.' });
  });

  it('in UTF-16, as Excel saves "Unicode text", are read', () => {
    const text = '\uFEFFName\tDate\tNotes\r\n王小明\t2026-01-02\t你好\r\n';
    const bytes = new Uint8Array(text.length * 2);
    for (let at = 0; at < text.length; at += 1) {
      bytes[2 * at] = text.charCodeAt(at) & 0xff;
      bytes[2 * at + 1] = text.charCodeAt(at) >> 8;
    }
    const found = plan(bytes);
    expect(found.encoding).toBe('utf-16');
    expect(found.interactions[0]).toMatchObject({ prospect: '王小明', summary: '你好' });
  });

  it.each([
    ['broken JSON', '{"interactions": [', /valid JSON/],
    ['other JSON', '{"a": 1}', /no list of logs/],
    [
      'an open quotation mark',
      'Name,Date,Notes\nPriya,2026-01-02,"never closed\n',
      /quotation mark/,
    ],
    ['a binary file', 'PK\u0003\u0004\0\0', /no text file/],
    ['nothing', '', /no rows/],
    ['a header alone', 'Name,Date,Notes\n', /no rows/],
  ])('with %s are refused with a reason', (_, text, message) => {
    expect(() => plan(text)).toThrow(UnreadableFile);
    expect(() => plan(text)).toThrow(message);
  });

  it('with columns of other names take the columns that the rep points at', () => {
    const text = 'Wer,Wann,Was\nPriya,2026-01-02,Talked.\n';
    expect(plan(text).problems).toHaveLength(1);
    const found = plan(text, { columns: { name: 0, at: 1, summary: 2 } });
    expect(found.interactions).toMatchObject([{ prospect: 'Priya', summary: 'Talked.' }]);
  });

  it('of 20,000 rows are all read', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `Person ${index},p${index}@x.example,2026-01-02,Talked about topic ${index}.`,
    );
    const found = plan(`Name,Email,Date,Notes\n${rows.join('\n')}\n`);
    expect(found.interactions).toHaveLength(20_000);
  });
});

describe('an outcome without a word of ours', () => {
  it('is kept in the log’s words', () => {
    const [log] = plan(
      'Record ID,Call notes,Activity date,Call outcome,Associated Contact\n1,Talked.,2026-01-02,Gatekeeper,Priya\n',
    ).interactions;
    expect(log).toMatchObject({
      outcome: 'none',
      summary: 'Talked.\nOutcome in HubSpot: Gatekeeper',
    });
  });
});

describe('an export of our own', () => {
  const row = (id: string) =>
    `id,timestamp,prospect,email,company,outcome,type,summary,rep,url
"${id}",2026-10-01T10:00:00.000Z,Ada,ada@x.example,,none,call_log,Words.,,`;

  it.each(['0192f3a4-0000-7000-8000-000000000001', 'sample-ada@x.example-0'])(
    'keeps the id %s, so that it is the same log again',
    (id) => {
      expect(plan(row(id)).interactions.map((log) => log.id)).toEqual([id]);
    },
  );

  it.each(['../x', 'a/b', 'a?b', '%2e%2e', ' '])(
    'is given another id for “%s”, which would mean something in an address',
    (id) => {
      const [log] = plan(row(id)).interactions;
      expect(log?.id).toMatch(/^[\da-f-]{36}$/);
    },
  );
});
