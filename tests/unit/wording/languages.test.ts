import { afterAll, expect, it } from 'vitest';
import { basicBrief } from '../../../lib/brief';
import { meetingBrief } from '../../../lib/brief/meeting';
import { briefLanguageOf } from '../../../lib/brief-language';
import { readComparison } from '../../../lib/digest/answer';
import { composeDigest } from '../../../lib/digest/compose';
import { condense } from '../../../lib/digest/condense';
import { digestAsMarkdown, mailLink } from '../../../lib/digest/markdown';
import { composeFollowUp } from '../../../lib/follow-up/compose';
import { followUpRequest, modelFollowUp } from '../../../lib/follow-up/model';
import { messagesOf, takeMessagesFrom } from '../../../lib/i18n';
import { comparePrompt, numbered } from '../../../prompts/digest';
import german from '../../../public/_locales/de/messages.json';
import english from '../../../public/_locales/en/messages.json';
import { sampleDeals, sampleHistory } from '../../../scripts/samples/deals';

const now = '2026-05-20T12:00:00.000Z';

function deal(name: string) {
  const found = sampleDeals.find(({ prospect }) => prospect.name === name);
  if (!found) throw new Error(`no ${name}`);
  return { prospect: found.prospect, history: sampleHistory(found, now) };
}

const priya = deal('Priya Sharma');
const james = deal('James Okafor');
const briefIn = (of: typeof priya, language: 'en' | 'de' | 'es') =>
  basicBrief({ ...of, now, language });

it('a brief says the same in each language, with the same score and the same words behind it', () => {
  const [english, german, spanish] = [
    briefIn(priya, 'en'),
    briefIn(priya, 'de'),
    briefIn(priya, 'es'),
  ];
  expect(german.recommended_action.text).toBe(
    'Für Priya mitbringen: einen Zeitplan für die Datenmigration und einen Plan für die Einführung; dazu vereinbaren, wer bei ihnen für die Datenmigration zuständig ist und bis wann.',
  );
  expect(spanish.recommended_action.text).toBe(
    'Llevar a Priya un calendario de la migración de datos y un plan de puesta en marcha, y acordar quién se encarga allí de la migración de datos y para cuándo.',
  );
  expect(german.risk?.text).toBe('An der Datenmigration könnte der Abschluss hängen bleiben.');
  for (const other of [german, spanish]) {
    expect(other.score).toBe(english.score);
    expect(other.recommended_action.evidence).toEqual(english.recommended_action.evidence);
    expect(other.ledger.map(({ points, rule, at }) => [points, rule, at])).toEqual(
      english.ledger.map(({ points, rule, at }) => [points, rule, at]),
    );
  }
  expect(german.ledger.map(({ text }) => text)).toContain('Offener Einwand: Datenmigration');
  expect(spanish.sections.objections[0]?.text).toMatch(/^Migración de datos: «/);
});

it('a silence is told with its days, and joined to what may be behind it', () => {
  expect(briefIn(james, 'de').risk?.text).toBe(
    'Der Preisdruck eines Wettbewerbers ist ungelöst, und seit 8 Tagen nichts gehört.',
  );
  expect(briefIn(james, 'es').risk?.text).toBe(
    'La presión de un competidor en el precio sigue sin resolver, y sin noticias desde hace 8 días.',
  );
});

it('a meeting is spoken of in the language of its briefs', () => {
  const nobody = basicBrief({
    prospect: { name: 'Noor Haddad' },
    history: [],
    now,
    language: 'de',
  });
  const { action } = meetingBrief([briefIn(priya, 'de'), nobody], 'de');
  expect(action.text).toMatch(
    /^Für Priya mitbringen: .+\. Noor ist neu: fragen, was wichtig ist\.$/,
  );
});

it('the week as Markdown and as a mail holds no English but what was logged', () => {
  const digestIn = (language: 'de' | 'es') =>
    composeDigest(
      sampleDeals.map((one) =>
        condense(one.prospect, sampleHistory(one, now), now, undefined, language),
      ),
      { now, language },
    );
  const german = digestAsMarkdown(digestIn('de'));
  expect(german).toMatch(/^# Die Woche, 20\. Mai 2026$/m);
  expect(german).toMatch(/^## 🔴 Braucht jetzt Aufmerksamkeit \(\d\)$/m);
  expect(german).toMatch(
    /James Okafor, Paysend\*\* \(22 Wird warm · schlechter werdend · seit 8 Tagen kein Kontakt/,
  );
  expect(german).toMatch(/8 Deals, nach Regeln verglichen \(einfacher Leser\)\./);
  const spanish = digestAsMarkdown(digestIn('es'));
  expect(spanish).toMatch(/^# La semana, 20 de mayo de 2026$/m);
  expect(spanish).toMatch(/- Hacer: Llamar a James con una comparación de costes/);
  // What was logged stays as it was, between the language's own quotation marks.
  for (const [text, logged] of [
    [german, /„[^“]*“/g],
    [spanish, /«[^»]*»/g],
  ] as const) {
    expect(text.replace(logged, '')).not.toMatch(/\b(the|and|with|ask|call|deal is|days)\b/i);
  }
  const link = new URL(mailLink(digestIn('de'), 'rep@own.example'));
  expect(link.searchParams.get('subject')).toBe('Die Woche, 20. Mai');
  expect(link.searchParams.get('body')).toMatch(/weitere in SalesMemory\.$/);
});

it('a mail after a log is around its words in the rep’s language', () => {
  const log = priya.history.at(-1);
  const mail = (language: 'de' | 'es', tone: 'warm' | 'formal') =>
    composeFollowUp({ ...priya, logId: log?.id ?? '', rep: 'Robin Rep', tone, language });
  expect(mail('de', 'formal')?.text).toMatch(
    /^Guten Tag Priya Sharma,\n\nvielen Dank für Ihre Zeit am 17\. Mai\. .+\n\nWas wir vereinbart haben:\n- /s,
  );
  expect(mail('de', 'formal')?.text).toMatch(/Mit freundlichen Grüßen\nRobin Rep$/);
  expect(mail('es', 'warm')?.text).toMatch(
    /^Hola, Priya:\n\nMe alegró hablar con usted el 17 de mayo\./,
  );
  expect(mail('es', 'warm')?.subject).toBe(
    'Nuestra llamada del 17 de mayo: lo que acordamos y la migración de datos',
  );
});

it('a model is asked for the language, and its sentences are held to the logs in it', () => {
  const log = priya.history.at(-1);
  const input = {
    ...priya,
    logId: log?.id ?? '',
    rep: 'Robin',
    tone: 'plain',
    language: 'de',
  } as const;
  expect(followUpRequest(input)?.messages[1]?.content).toContain('in German');
  const sources = [{ memory_id: log?.id ?? '', quote: 'Pilot agreed for 20 reps' }];
  const read = modelFollowUp(
    input,
    {
      subject: 'Der Pilot',
      sentences: [
        { text: 'Wir haben am 17. Mai einen Piloten für 20 Personen vereinbart.', sources },
        { text: 'Der Pilot kostet 900 Euro.', sources },
      ],
    },
    'groq',
  );
  expect(read).toMatchObject({ value: { subject: 'Der Pilot', dropped: 1, language: 'de' } });
  expect('value' in read && read.value.text).toMatch(/^Guten Tag Priya Sharma,\n\ndas habe ich/);

  const cards = [condense(priya.prospect, priya.history, now, undefined, 'de')];
  const deals = numbered(cards);
  expect(comparePrompt(deals, now, 'de')[1]?.content).toContain('Write why and action in German.');
  const said = (why: string) => ({
    deals: [{ id: 'd1', bucket: 'attention', why, action: null }],
  });
  const why = 'Am 17. Mai kam die Datenmigration noch einmal zur Sprache.';
  expect(readComparison(JSON.stringify(said(why)), deals, 'de')).toMatchObject({
    placed: [{ why: { text: why } }],
    mended: { reworded: 0 },
  });
  const invented = 'SoftCorp bietet 40 Prozent weniger.';
  expect(readComparison(JSON.stringify(said(invented)), deals, 'de')).toMatchObject({
    placed: [{ why: null }],
    mended: { reworded: 1 },
  });
});

afterAll(() => takeMessagesFrom(messagesOf(english)));

it('where nobody chose, what is written is in the language of the screen', () => {
  expect(briefLanguageOf({ language: 'auto' })).toBe('en');
  takeMessagesFrom(messagesOf(german));
  expect(briefLanguageOf({ language: 'auto' })).toBe('de');
  expect(briefLanguageOf({ language: 'fr' })).toBe('fr');
});
