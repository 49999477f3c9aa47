/** A time of day, in hours and minutes. */
interface Clock {
  hour: number;
  minute: number;
}

interface Found extends Clock {
  half: 'am' | 'pm' | null;
  index: number;
}

const before = '午前|午後|上午|下午|오전|오후';
const afternoons = new Set(['午後', '下午', '오후', 'p']);

/** "9am", "9:30 p.m.", "14:00", "14.30", "9h30", "午後2時30分": a bare number is none. */
const time = new RegExp(
  `(?<![\\d.:/])(?:(${before})\\s*)?(\\d{1,2})(?:(?:[:.h]|時|시\\s?)(\\d{2})?|(?=\\s?[ap]\\.?\\s?m))(?![\\d/])(?:[分분])?\\s?(?:([ap])\\.?\\s?m\\b\\.?)?`,
  'giu',
);

/** Digits of any script as Latin ones, and no marks that nobody sees. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

function clockOf({ hour, minute, half }: Found): Clock {
  if (half === null) return { hour, minute };
  return { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute };
}

const minutesOf = ({ hour, minute }: Clock) => hour * 60 + minute;

/** @returns the first one or two times in a text, in the order of the text. */
export function timesOf(text: string): { start: Clock; end: Clock | null } | null {
  const line = plain(text);
  const found = [...line.matchAll(time)].flatMap((match): Found[] => {
    const [, sign, hours, minutes, letter] = match;
    const hour = Number(hours);
    const minute = Number(minutes ?? 0);
    if (hour > 23 || minute > 59) return [];
    const mark = sign ?? letter?.toLowerCase() ?? null;
    const half = mark === null ? null : afternoons.has(mark) ? 'pm' : 'am';
    return [{ hour, minute, half, index: match.index }];
  });
  const [first, second] = found;
  if (!first) return null;
  // "10 – 11am": the first has no sign of its own.
  const bare = /(\d{1,2})\s*[-–—]\s*$/.exec(line.slice(0, first.index));
  const starting: Found = bare
    ? { hour: Number(bare[1]), minute: 0, half: first.half, index: bare.index }
    : { ...first, half: first.half ?? (first.hour <= 12 ? (second?.half ?? null) : null) };
  const ending = bare ? first : second;
  let start = clockOf(starting);
  const end = ending ? clockOf(ending) : null;
  // "11 – 1pm" begins in the morning.
  if (end && minutesOf(start) > minutesOf(end) && start.hour >= 12) {
    start = { ...start, hour: start.hour - 12 };
  }
  return start.hour > 23 ? null : { start, end };
}

/** @returns whether a text is a time and nothing else. */
export function isTime(text: string): boolean {
  const rest = plain(text)
    .replace(time, '')
    .replace(/[-–—,\d\s]|(?<!\p{L})\p{L}{1,3}(?!\p{L})/gu, '');
  return rest === '' && timesOf(text) !== null;
}
