import { describe, expect, it } from 'vitest';
import { ground } from '../../../lib/brief/ground';
import { strangersIn } from '../../../lib/brief/mentions';
import { buildBriefPrompt } from '../../../prompts/brief';

const log = {
  id: 'm1',
  at: '2026-05-01T10:00:00.000Z',
  outcome: 'neutral' as const,
  summary: 'Lena is worried about data migration from SAP. 40 seats.',
  prospect: 'Lena Hoffmann',
  type: 'call_log' as const,
};
const source = [log.summary, log.prospect];

describe('a claim in another language than English', () => {
  const kept = [
    ['de', 'Schicken Sie Lena einen Zeitplan für die Migration aus SAP mit 40 Plätzen.'],
    ['de', 'Rufen Sie Frau Hoffmann an.'],
    ['es', 'Envíe a Lena un plan de migración desde SAP para 40 puestos.'],
    ['fr', 'Envoyez à Lena un calendrier de migration.'],
  ] as const;
  it.each(kept)('may say what the logs say (%s): %s', (language, text) => {
    expect(strangersIn(text, source, language)).toEqual([]);
  });

  const strange = [
    ['de', 'Schicken Sie Frau Berger einen Zeitplan.', 'Berger'],
    ['de', 'Vergleichen Sie es mit SoftCorp.', 'SoftCorp'],
    ['de', 'Bieten Sie 25 Prozent Rabatt an.', '25'],
    ['es', 'Envíe a Marta un plan de migración.', 'Marta'],
    ['fr', 'Offrez 15 % de remise.', '15'],
    ['nl', 'Stuur het plan naar Jansen.', 'Jansen'],
  ] as const;
  it.each(strange)('brings no name and no number of its own (%s): %s', (language, text, word) => {
    expect(strangersIn(text, source, language)).toEqual([word]);
  });

  it('is held to the logs as one in English is', () => {
    const written = (text: string) => ({
      signals: [],
      risk: null,
      action: { text, memory_ids: ['m1'] },
    });
    const of = (text: string) => ground(written(text), [log], { name: log.prospect }, 'de');
    expect(of('Schicken Sie Lena einen Zeitplan für die Migration.').action).not.toBeNull();
    expect(of('Schicken Sie Lena 99 Folien.').dropped.reasons).toEqual({
      name_or_number_not_in_source: 1,
    });
  });
});

describe('the language of the wording', () => {
  const promptIn = (language?: 'de') =>
    buildBriefPrompt({
      prospect: { name: 'Lena' },
      history: [log],
      now: '2026-05-02T10:00:00.000Z',
      ...(language ? { language } : {}),
    }).messages;

  it('is named after the part that never changes, English where nobody says', () => {
    const [english, german] = [promptIn(), promptIn('de')];
    expect(german[0]).toEqual(english[0]);
    expect(german[1]?.content).toContain('Write risk and action in German.');
    expect(english[1]?.content).toContain('Write risk and action in English.');
  });
});

describe('a day on which a log happened', () => {
  it.each([
    ['de', 'Am 20. April kam SSO zur Sprache.', 'Am 21. April kam SSO zur Sprache.'],
    ['es', 'El 20 de abril surgió SSO.', 'El 21 de abril surgió SSO.'],
    ['fr', 'Le 20 avril, SSO a été évoqué.', 'Le 21 avril, SSO a été évoqué.'],
  ] as const)('may be named in %s, and no other', (language, right, wrong) => {
    const read = (text: string) =>
      ground(
        { signals: [], risk: { text, memory_ids: ['a'] }, action: null },
        [{ ...log, id: 'a', at: '2026-04-20T10:00:00.000Z', summary: 'She asked about SSO.' }],
        { name: 'Lena' },
        language,
      ).risk?.text;
    expect(read(right)).toBe(right);
    expect(read(wrong)).toBeUndefined();
  });
});
