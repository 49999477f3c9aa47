import type { Brief } from '../../lib/brief/types';
import type { Detection } from '../../lib/detect/detection';
import { t, tn } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import { Ago } from '../common/Ago';
import { Dotted } from '../common/Dotted';
import { ageWords, exactWords, meetingWords, spanWords } from '../common/dates';
import { useNow } from '../common/Now';
import { Phrase } from '../common/Phrase';

interface HeaderProps {
  prospect: Prospect;
  /** Where the prospect was found; null where the rep picked them. */
  detection: Detection | null;
  interactions: Brief['interactions'] | null;
  /** When the brief below was read (ISO 8601), where it isn't of this moment. */
  readAt: string | null;
}

/** Who this is about, which meeting, and how much is remembered. */
export function Header({ prospect, detection, interactions, readAt }: HeaderProps) {
  const where = [prospect.company, prospect.email].filter(Boolean).join(' · ');
  return (
    <header className="who">
      <div className="who-top">
        <h1 data-testid="prospect-name" dir="auto" title={prospect.name}>
          {prospect.name}
        </h1>
        {readAt && <ReadAt at={readAt} />}
      </div>
      {where && (
        <p className="who-where" title={where}>
          <Dotted parts={[prospect.company, prospect.email]} />
        </p>
      )}
      {detection && <Meeting detection={detection} />}
      {interactions && interactions.count > 0 && <Remembered interactions={interactions} />}
    </header>
  );
}

/** The age of a brief that isn't of this moment. */
function ReadAt({ at }: { at: string }) {
  return (
    <span className="tag" dir="auto" data-testid="read-at" title={exactWords(at)}>
      {t('header_read', ageWords(at, useNow()))}
    </span>
  );
}

/** A title so long that it leaves no room for the time on the two lines of a meeting. */
const tooLong = /^(.{60}).+/u;

function Meeting({ detection }: { detection: Detection }) {
  const now = useNow();
  const { title, startsAt, endsAt } = detection;
  if (!title && !startsAt) return null;
  return (
    <p className="who-meeting" data-testid="meeting">
      <bdi>{title?.replace(tooLong, '$1…')}</bdi>
      {title && startsAt && ' · '}
      {startsAt && (
        <time dir="auto" dateTime={startsAt} title={exactWords(startsAt)}>
          {meetingWords(startsAt, endsAt, now)}
        </time>
      )}
    </p>
  );
}

function Remembered({ interactions }: { interactions: Brief['interactions'] }) {
  const { count, lastAt, spanDays, pending } = interactions;
  return (
    <p className="quiet" data-testid="remembered">
      <bdi>
        {tn('interactions', count)}
        {count > 1 && ` ${t('header_over', spanWords(spanDays))}`}
        {lastAt && (
          <>
            , <Phrase of="header_last" with={[<Ago key="at" at={lastAt} />]} />
          </>
        )}
        {pending > 0 && `, ${t('header_pending', pending)}`}
      </bdi>
    </p>
  );
}
