import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import type { UpNextView } from '../../lib/messages';
import { meetingWords } from '../common/dates';
import { useNow } from '../common/Now';

export interface UpNextProps extends UpNextView {
  /** The browser was asked for notifications and said no. */
  refused: boolean;
  onOpen: (prospect: Prospect) => void;
  onNotice: (notice: UpNextView['notice']) => void;
}

const leads = [5, 10, 15, 30, 60];

/** Today's and tomorrow's meetings, as far as an open calendar has shown them. */
export function UpNext({ meetings, notice, refused, onOpen, onNotice }: UpNextProps) {
  const now = useNow();
  if (meetings.length === 0) return null;
  return (
    <section className="up-next" aria-labelledby="up-next-title" data-testid="up-next">
      <h2 id="up-next-title">{t('up_next_title')}</h2>
      <ol>
        {meetings.map(({ id, title, startsAt, endsAt, people, how }) => (
          <li key={id} data-testid="up-next-meeting">
            <p className="quiet">
              <bdi>{meetingWords(startsAt, endsAt, now)}</bdi>
            </p>
            <p>
              <bdi>{title}</bdi>
            </p>
            {people.map((person) => (
              <button
                key={person.email ?? person.name}
                type="button"
                className="link"
                data-testid="up-next-open"
                onClick={() => onOpen(person)}
              >
                <bdi>{person.name}</bdi>
              </button>
            ))}
            {how === 'title' && <span className="quiet"> {t('up_next_by_title')}</span>}
            {how === null && <span className="quiet">{t('up_next_unknown')}</span>}
          </li>
        ))}
      </ol>
      <div className="up-next-notice">
        <label className="switch">
          <input
            type="checkbox"
            checked={notice.on}
            data-testid="up-next-notice"
            onChange={(event) => onNotice({ ...notice, on: event.target.checked })}
          />
          {t('up_next_notify')}
        </label>
        {notice.on && (
          <select
            aria-label={t('up_next_minutes')}
            value={notice.minutes}
            data-testid="up-next-minutes"
            onChange={(event) => onNotice({ ...notice, minutes: Number(event.target.value) })}
          >
            {leads.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t('up_next_before', minutes)}
              </option>
            ))}
          </select>
        )}
      </div>
      {refused && (
        <p className="problem" role="alert">
          {t('up_next_refused')}
        </p>
      )}
    </section>
  );
}
