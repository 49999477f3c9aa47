/** Words that begin a sentence of advice or of a risk with a capital letter, and name nobody. */
const openers = new Set(
  `a about acknowledge address after again agree align all also although an and another answer any approval
  arrange as ask assess at avoid because before begin being book both bring budget build but buyers by call
  check clarify clear close come competing competition competitor competitors concern concerns concrete confirm
  consider contract cover data deal decision delays deliver demonstrate despite discuss document doubt doubts
  draft either email ensure escalate establish even every explain explore find first fix focus follow for from
  get give go have help hold identify if in include integration internal introduce invite is it its keep lack
  lead learn legal let line loop lost low make meet migration momentum money more move name need next no nobody
  nothing now offer on once onboarding one open our outline pending pilot pin plan point prepare present press
  pressure price pricing prioritise prioritize procurement propose protect prove provide raise re reach reassure
  reconfirm reconnect reduce reengage remind report request resolve respond restart review revisit risk run
  schedule secure security security set share she should show silence since sit slow slowing someone start
  stakeholder stakeholders stalled stay suggest support sync tackle take talk team technical tell thank that the
  their them then there they this though time timeline timing to together train trial try turn two unanswered
  unclear understand unresolved until update use using validate wait walk we what when where whether while who
  why will with without work wrap write you your he his her him`
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

/** Whether the word that starts here is the first of its sentence. */
const opens = (text: string, start: number) =>
  start === 0 || /(?:^|[.!?:;—–“"(]\s*)$/u.test(text.slice(0, start));

/**
 * Numbers and names in a sentence that stand in none of its sources.
 *
 * A name is a word with a capital letter, other than an ordinary word at the start of a sentence and
 * the abbreviations of the trade. Scripts without capital letters can't be checked this way; only
 * their numbers are.
 */
export function strangersIn(text: string, sources: string[]): string[] {
  const source = sources.join('\n');
  const numbers = new Set(numbersOf(source));
  const words = new Set(wordsOf(source).flatMap(({ word }) => [word, ...word.split('-')]));
  const lower = new Set([...words].map((word) => word.toLowerCase()));
  const strange = numbersOf(text).filter((number) => !numbers.has(number));
  for (const { word, start } of wordsOf(text)) {
    if (!/\p{Lu}/u.test(word) || words.has(word) || trade.has(word)) continue;
    const ordinary = openers.has(word.toLowerCase()) || lower.has(word.toLowerCase());
    if (opens(text, start) && ordinary && /^\p{Lu}[^\p{Lu}]*$/u.test(word)) continue;
    strange.push(word);
  }
  return strange;
}
