import type { Topic } from '../../prompts/rubric';
import { humanDate } from '../brief/days';
import { asSentence } from '../brief/sections';
import type { Evidence } from '../brief/types';
import { longestMailto, mailto } from '../mailto';
import { type Wording, wordingOf } from '../wording';
import { type Bucket, buckets, type Digest, type DigestEntry } from './types';

/** Signs that stand for a bucket everywhere. */
const signs: Record<Bucket, string> = { attention: '🔴', follow_up: '🟡', on_track: '🟢' };

/** @returns a topic as people say it, with a capital. */
export function topicWords(topic: string, { topics }: Wording): string {
  return asSentence(topic in topics ? topics[topic as Topic] : topic);
}

/** @returns text in which no sign of Markdown does anything, on one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}

const whole = (count: number, { numbers }: Wording) => count.toLocaleString(numbers);

function sources(evidence: Evidence[], now: string, { locale, quoted }: Wording): string {
  const seen = evidence.map(
    ({ quote, at }) => `${humanDate(at, now, locale)} ${quoted(plain(quote))}`,
  );
  return [...new Set(seen)].join('; ');
}

function facts(
  { score, label, momentum, daysSince, warnings }: DigestEntry,
  { week: say }: Wording,
): string {
  const kinds = [...new Set(warnings.map(({ kind }) => say.warnings[kind]))];
  const standing = [`${score} ${say.labels[label]}`, say.momentum[momentum], say.since(daysSince)];
  return [...standing, ...kinds].join(' · ');
}

function entryLines(entry: DigestEntry, place: number, now: string, words: Wording): string[] {
  const { prospect, why, action, returning, held } = entry;
  const { week: say } = words;
  const days = returning?.dates.map((at) => humanDate(at, now, words.locale)).join(', ') ?? '';
  const who = [prospect.name, prospect.company].filter((part) => part !== undefined).join(', ');
  const rests = sources([...why.evidence, ...action.evidence], now, words);
  return [
    `${place}. **${plain(who)}** (${facts(entry, words)})`,
    `   - ${say.why}: ${plain(why.text)}`,
    `   - ${say.todo}: ${plain(action.text)}`,
    ...(returning
      ? [
          `   - ${say.cameBack(topicWords(returning.topic, words), returning.dates.length, days, returning.open)}`,
        ]
      : []),
    ...(held ? [`   - ${say.heldByRule(say.held[held.rule])}`] : []),
    ...(rests ? [`   - ${say.from}: ${rests}`] : []),
  ];
}

/** @returns what a model took and what code mended, in sentences; the reader by rules says so. */
export function statementOf({ reader, cost, mended, entries, language }: Digest): string[] {
  const words = wordingOf(language);
  const { week: say } = words;
  const deals = say.deals(whole(entries.length, words), entries.length === 1);
  if (reader === 'basic' || !cost) return [say.byRules(deals)];
  const { model, calls, promptTokens, completionTokens, ms } = cost;
  const tokens =
    promptTokens === null
      ? say.untold
      : say.tokens(whole(promptTokens + (completionTokens ?? 0), words));
  const seconds = (ms / 1000).toLocaleString(words.numbers, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const counts = { ...mended, byRules: cost.byRules };
  const told = (Object.keys(say.mends) as (keyof typeof say.mends)[]).flatMap((what) => {
    const count = counts[what] ?? 0;
    return count > 0 ? [`${count} ${say.mends[what]}`] : [];
  });
  return [
    say.byModel(deals, model, calls, tokens, seconds),
    ...(told.length > 0 ? [say.mended(told.join('; '))] : []),
  ];
}

/** @returns the whole digest as Markdown. */
export function digestAsMarkdown(digest: Digest): string {
  const { entries, objections, generatedAt, notes } = digest;
  const words = wordingOf(digest.language);
  const { week: say } = words;
  // Of no year: with its own.
  const parts = [`# ${say.title(humanDate(generatedAt, '', words.locale))}`];
  if (entries.length === 0) parts.push(say.nobody);
  for (const bucket of buckets) {
    const mine = entries.filter((entry) => entry.bucket === bucket);
    if (mine.length === 0) continue;
    parts.push(`## ${signs[bucket]} ${say.heads[bucket]} (${whole(mine.length, words)})`);
    parts.push(
      mine.flatMap((entry, index) => entryLines(entry, index + 1, generatedAt, words)).join('\n'),
    );
  }
  if (objections.length > 0) {
    const { title, concern, deals: inDeals, times, open: stillOpen } = say.objections;
    parts.push(`## ${title}`);
    parts.push(
      [
        `| ${concern} | ${inDeals} | ${times} | ${stillOpen} |`,
        '| --- | ---: | ---: | ---: |',
        ...objections.map(
          ({ topic, deals, times: count, open }) =>
            `| ${topicWords(topic, words)} | ${deals} | ${count} | ${open} |`,
        ),
      ].join('\n'),
    );
  }
  parts.push([...statementOf(digest), ...notes.map(plain)].join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/**
 * @returns a link that opens a mail to oneself with the digest's beginning: as many deals as fit, and
 * how many there are more. Nothing is sent by us.
 */
export function mailLink(digest: Digest, to: string): string {
  const words = wordingOf(digest.language);
  const { week: say } = words;
  const subject = say.title(humanDate(digest.generatedAt, undefined, words.locale));
  const lines = digest.entries
    .filter(({ bucket }) => bucket !== 'on_track')
    .map(({ bucket, prospect, why, action }) =>
      [
        `${signs[bucket]} ${prospect.name}${prospect.company ? `, ${prospect.company}` : ''}`,
        why.text,
        `→ ${action.text}`,
        '',
      ].join('\n'),
    );
  const rest = (shown: number) =>
    shown < digest.entries.length ? say.more(digest.entries.length - shown) : '';
  for (let shown = lines.length; shown > 0; shown -= 1) {
    const body = [...lines.slice(0, shown), rest(shown)].join('\n');
    const link = mailto(to, subject, body);
    if (link.length <= longestMailto) return link;
  }
  return mailto(to, subject, rest(0));
}
