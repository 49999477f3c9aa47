import type { BriefLanguage } from '../../prompts/language';

/** Words that begin a sentence of advice or of a risk with a capital letter, and name nobody. */
const openers = new Set(
  `a about accelerate accept acknowledge adapt add address adjust adoption advise after again
    agree aim align all allow also although an and another answer any apologise apologize apply
    approach approval approve arrange as ask assess assign assume assure at attach avoid await
    back base because before begin being bind book both break brief bring budget build bundle but
    buy buyers by calculate call can capture change chase check choose clarify clear close collect
    combine come commit communicate company compare competing competition competitor competitors
    complete compliance concede concern concerns concrete confirm congratulate connect consider
    consult contact continue contract convert convince coordinate correct cost could counter cover
    create customer customers cut data days deal decide decision decline define delay delays
    deliver delivering demo demonstrate describe design despite detail determine develop direct
    discuss distribute do document double doubt doubts draft drive drop earn ease either elicit
    email emphasise emphasize enable end engage enlist ensure escalate establish estimate evaluate
    even every everyone examine exchange execute expand expect explain explore extend facilitate
    feature features file fill finalise finalize finance find finish first fit fix flag focus
    follow for fresh from funding gain gather generate get getting give given go gone green guide
    hand handle have he help her highlight him his hold how however identify if implement
    implementation improve in include increase inform inquire insist inspect install integration
    internal introduce invite is it its just keep kick know lack large late lay lead learn legal
    let leverage lift limit line link list listen little long look loop losing lost low main
    maintain make manage management many map may meet mention might migration missing momentum
    money monitor more most move mutual name need neither new next no nobody nor note nothing
    notify now obtain off offer older on onboarding once one ongoing open organise organize other
    otherwise our outline over overcome own package pair part partner pass pause pay pending
    people persuade phase pick pilot pin pitch place plan plans please point possible post
    postpone potential power prepare present press pressure previous price pricing primary
    prioritise prioritize privacy probe problem problems proceed procurement product promise proof
    propose prospect protect prove provide put qualify question quickly quiet quote raise rather
    re reach reaffirm reassure rebuild recap recommend reconcile reconfirm reconnect reconsider
    record reduce reengage refer reference references refine reframe refresh reiterate rejection
    relay release reliability remind remove renew renewal reopen repeat replace reply report
    request research resend reserve resolve resource respond restart return reveal review revisit
    reward risk roll rollout run sales same save schedule scope secure security see seek select
    sell send separate set several share she should show sign signature silence simplify since sit
    slow slowing small smooth solve some someone soon source speak specify speed split sponsor
    stage stagger stakeholder stakeholders stall stalled stand start state stay still stop
    strengthen stress strong submit such suggest summarise summarize supply support surface survey
    swap switch sync synchronise tackle tailor take talk target teach team teams technical tell
    test than thank that the their them then there thereafter these they this those though through
    thus tie tighten time timeline timing to today together track train transfer translate treat
    trial trouble trust try turn two unanswered uncertainty unclear understand unless unresolved
    until up update upgrade urge use user users using validate value verify via visibility visit
    wait waiting walk warn watch we weak welcome what when where whether while who whoever whose
    why will win with within without work would wrap write yes yet you your`
    .split(/\s+/)
    .filter(Boolean),
);

/** Abbreviations of the trade, which name no company, person or figure. */
const trade = new Set(
  'I AI API CEO CFO CIO COO CRM CTO DPA ERP FAQ GDPR HR IT KPI KPIs MSA NDA PM POC PoC QBR RFP ROI SLA SLAs SOW SSO TCO VP'.split(
    ' ',
  ),
);

const numbersOf = (text: string) =>
  (text.match(/\d+(?:[.,:/]\d+)*/g) ?? []).map((number) => number.replace(/,(?=\d{3}\b)/g, ''));

const wordsOf = (text: string) =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’&-][\p{L}\p{M}\p{N}]+)*/gu)].map((match) => ({
    word: match[0].replace(/['’]s$/u, ''),
    start: match.index,
  }));

/** What stands before a name in German. */
const germanName = /\b(?:Herrn?|Frau|Dr\.|Prof\.|Firma)\s+(?:\p{Lu}\p{Ll}+\s+)?$/u;

/** Whether the word that starts here is the first of its sentence. */
const opens = (text: string, start: number) =>
  start === 0 || /(?:^|[.!?:;—–“"(]\s*)$/u.test(text.slice(0, start));

/**
 * Numbers and names in a sentence that stand in none of its sources.
 *
 * A name is a word with a capital letter, other than an ordinary word at the start of a sentence and
 * the abbreviations of the trade. In other languages than English, whose ordinary words aren't known
 * here, the first word of a sentence is never one; in German, where every noun has a capital, only
 * what no noun looks like is (`SoftCorp`, `BMW`), and what follows a form of address or a company's.
 * Scripts without capital letters can't be checked this way; only their numbers are.
 */
export function strangersIn(
  text: string,
  sources: string[],
  language: BriefLanguage = 'en',
): string[] {
  const source = sources.join('\n');
  const numbers = new Set(numbersOf(source));
  const words = new Set(wordsOf(source).flatMap(({ word }) => [word, ...word.split('-')]));
  const lower = new Set([...words].map((word) => word.toLowerCase()));
  const strange = numbersOf(text).filter((number) => !numbers.has(number));
  for (const { word, start } of wordsOf(text)) {
    if (!/\p{Lu}/u.test(word) || words.has(word) || trade.has(word)) continue;
    if (language !== 'en') {
      const plain = /^\p{Lu}[^\p{Lu}]*$/u.test(word);
      if (plain && opens(text, start)) continue;
      if (plain && language === 'de' && !germanName.test(text.slice(0, start))) continue;
      strange.push(word);
      continue;
    }
    const ordinary = openers.has(word.toLowerCase()) || lower.has(word.toLowerCase());
    if (opens(text, start) && ordinary && /^\p{Lu}[^\p{Lu}]*$/u.test(word)) continue;
    strange.push(word);
  }
  return strange;
}
