import { type Topic, topicNames } from '../../prompts/rubric';
import { humanDate } from '../brief/days';
import { asSentence } from '../brief/sections';
import type { Evidence } from '../brief/types';
import { type Bucket, buckets, type Digest, type DigestEntry, type HeldRule } from './types';

const heldWords: Record<HeldRule, string> = {
  pressed: 'slipping, a rival presses, and our last try is unanswered',
  owing: 'slipping, we owe them, and our last try is unanswered',
  overdue: 'a promise of ours is overdue',
  silent: 'it was hot, and they stopped answering',
  refused: 'they said no',
  champion: 'the champion is gone',
};

const heads: Record<Bucket, string> = {
  attention: '🔴 Needs attention now',
  follow_up: '🟡 Follow up this week',
  on_track: '🟢 On track',
};

/** @returns a topic as people say it. */
export function topicWords(topic: string): string {
  return asSentence(topic in topicNames ? topicNames[topic as Topic] : topic);
}

/** @returns text in which no sign of Markdown does anything, on one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}

const whole = (count: number) => count.toLocaleString('en-US');

function sources(evidence: Evidence[], now: string): string {
  const seen = evidence.map(({ quote, at }) => `${humanDate(at, now)} “${plain(quote)}”`);
  return [...new Set(seen)].join('; ');
}

function facts({ score, label, momentum, daysSince, warnings }: DigestEntry): string {
  const days = daysSince === 1 ? '1 day' : `${daysSince} days`;
  const since = daysSince === null ? 'no contact yet' : `${days} since contact`;
  const kinds = [...new Set(warnings.map(({ kind }) => kind.replaceAll('_', ' ')))];
  return [`${score} ${label}`, momentum, since, ...kinds].join(' · ');
}

function entryLines(entry: DigestEntry, place: number, now: string): string[] {
  const { prospect, why, action, returning, held } = entry;
  const who = [prospect.name, prospect.company].filter((part) => part !== undefined).join(', ');
  const rests = sources([...why.evidence, ...action.evidence], now);
  return [
    `${place}. **${plain(who)}** (${facts(entry)})`,
    `   - Why: ${plain(why.text)}`,
    `   - Do: ${plain(action.text)}`,
    ...(returning
      ? [
          `   - Came back: ${topicWords(returning.topic)}, ${returning.dates.length} times (${returning.dates.map((at) => humanDate(at, now)).join(', ')})${returning.open ? '' : ', settled'}`,
        ]
      : []),
    ...(held ? [`   - Held here by rule: ${heldWords[held.rule]}`] : []),
    ...(rests ? [`   - From: ${rests}`] : []),
  ];
}

/** @returns what a model took and what code mended, in sentences; the reader by rules says so. */
export function statementOf({ reader, cost, mended, entries }: Digest): string[] {
  const deals = `${whole(entries.length)} ${entries.length === 1 ? 'deal' : 'deals'}`;
  if (reader === 'basic' || !cost) return [`${deals}, compared by rules (basic reader).`];
  const tokens =
    cost.promptTokens === null
      ? 'tokens not told by its server'
      : `${whole(cost.promptTokens + (cost.completionTokens ?? 0))} tokens`;
  const took = `${deals}, compared by ${cost.model} in ${whole(cost.calls)} ${cost.calls === 1 ? 'call' : 'calls'}, ${tokens}, ${(cost.ms / 1000).toFixed(1)} s.`;
  const wrongs: [number, string][] = [
    [mended?.missing ?? 0, 'left out by it, placed by rules'],
    [mended?.doubled ?? 0, 'named twice'],
    [mended?.invented ?? 0, 'invented, dropped'],
    [mended?.unreadable ?? 0, 'without a readable bucket'],
    [mended?.moved ?? 0, 'moved by a hard rule'],
    [mended?.reworded ?? 0, 'sentences that the logs don’t bear out, replaced'],
    [cost.byRules, 'batches nominated by rules'],
  ];
  const told = wrongs.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [took, ...(told.length > 0 ? [`Mended: ${told.join('; ')}.`] : [])];
}

/** @returns the whole digest as Markdown. */
export function digestAsMarkdown(digest: Digest): string {
  const { entries, objections, generatedAt, notes } = digest;
  const parts = [`# The week, ${humanDate(generatedAt)} ${generatedAt.slice(0, 4)}`];
  if (entries.length === 0) parts.push('No prospects are remembered yet.');
  for (const bucket of buckets) {
    const mine = entries.filter((entry) => entry.bucket === bucket);
    if (mine.length === 0) continue;
    parts.push(`## ${heads[bucket]} (${whole(mine.length)})`);
    parts.push(
      mine.flatMap((entry, index) => entryLines(entry, index + 1, generatedAt)).join('\n'),
    );
  }
  if (objections.length > 0) {
    parts.push('## Objections of the last 30 days');
    parts.push(
      [
        '| concern | deals | times | open |',
        '| --- | ---: | ---: | ---: |',
        ...objections.map(
          ({ topic, deals, times, open }) =>
            `| ${topicWords(topic)} | ${deals} | ${times} | ${open} |`,
        ),
      ].join('\n'),
    );
  }
  parts.push([...statementOf(digest), ...notes.map(plain)].join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** Longest mail link that mail programs take: Windows hands over some 2,000 characters. */
const longestLink = 1_900;

/**
 * @returns a link that opens a mail to oneself with the digest's beginning: as many deals as fit, and
 * how many there are more. Nothing is sent by us.
 */
export function mailLink(digest: Digest, to: string): string {
  const subject = `The week, ${humanDate(digest.generatedAt)}`;
  const head = `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=`;
  const lines = digest.entries
    .filter(({ bucket }) => bucket !== 'on_track')
    .map(({ bucket, prospect, why, action }) =>
      [
        `${heads[bucket].slice(0, 2)} ${prospect.name}${prospect.company ? `, ${prospect.company}` : ''}`,
        why.text,
        `→ ${action.text}`,
        '',
      ].join('\n'),
    );
  const rest = (shown: number) =>
    shown < digest.entries.length ? `… ${digest.entries.length - shown} more in SalesMemory.` : '';
  for (let shown = lines.length; shown > 0; shown -= 1) {
    const body = [...lines.slice(0, shown), rest(shown)].join('\n');
    const link = head + encodeURIComponent(body);
    if (link.length <= longestLink) return link;
  }
  return head + encodeURIComponent(rest(0));
}
