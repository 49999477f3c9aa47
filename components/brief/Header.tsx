import type { Brief } from '../../lib/brief/types';
import type { Detection } from '../../lib/detect/detection';
import type { Prospect } from '../../lib/identity/prospect';
import { Ago } from '../common/Ago';
import { exactWords, meetingWords, spanWords } from '../common/dates';
import { useNow } from '../common/Now';
import { counted } from '../common/words';

interface HeaderProps {
  prospect: Prospect;
  /** Where the prospect was found; null where the rep picked them. */
  detection: Detection | null;
  interactions: Brief['interactions'] | null;
}

/** Who this is about, which meeting, and how much is remembered. */
export function Header({ prospect, detection, interactions }: HeaderProps) {
  const where = [prospect.company, prospect.email].filter(Boolean).join(' · ');
  return (
    <header className="who">
      <h1 data-testid="prospect-name" title={prospect.name}>
        {prospect.name}
      </h1>
      {where && (
        <p className="who-where" title={where}>
          {where}
        </p>
      )}
      {detection && <Meeting detection={detection} />}
      {interactions && interactions.count > 0 && <Remembered interactions={interactions} />}
    </header>
  );
}

function Meeting({ detection }: { detection: Detection }) {
  const now = useNow();
  const { title, startsAt, endsAt } = detection;
  if (!title && !startsAt) return null;
  return (
    <p className="who-meeting" data-testid="meeting">
      {title}
      {title && startsAt && ' · '}
      {startsAt && (
        <time dateTime={startsAt} title={exactWords(startsAt)}>
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
      {counted(count, 'interaction')}
      {count > 1 && ` over ${spanWords(spanDays)}`}
      {lastAt && (
        <>
          , last <Ago at={lastAt} />
        </>
      )}
      {pending > 0 && `, ${pending} not sent yet`}
    </p>
  );
}
