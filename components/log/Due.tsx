import type { DueMeeting } from '../../lib/due';
import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import { ageWords, exactWords } from '../common/dates';
import { Icon } from '../common/Icon';
import { useNow } from '../common/Now';
import { Phrase } from '../common/Phrase';

interface DueProps {
  /** The meeting that ended last and has no log. */
  meeting: DueMeeting;
  onLog: (prospect: Prospect, meeting: DueMeeting) => void;
  onDismiss: (id: string) => void;
}

/** The meeting that just ended, to log with a click. */
export default function Due({ meeting, onLog, onDismiss }: DueProps) {
  const now = useNow();
  const { id, title, endsAt, people } = meeting;
  return (
    <section className="due" aria-label={t('due_label')} data-testid="due">
      <p>
        <Icon name="clock" />{' '}
        <Phrase
          of="due_ended"
          with={[
            <strong key="title" dir="auto">
              {title ?? t('due_untitled')}
            </strong>,
            <time key="at" dir="auto" dateTime={endsAt} title={exactWords(endsAt)}>
              {ageWords(endsAt, now)}
            </time>,
          ]}
        />
      </p>
      <p className="buttons">
        {people.map((person) => (
          <button
            type="button"
            key={`${person.email}|${person.name}`}
            data-testid="due-log"
            onClick={() => onLog(person, meeting)}
          >
            <Phrase of="due_log" with={[<bdi key="name">{person.name}</bdi>]} />
          </button>
        ))}
        <button
          type="button"
          className="link"
          data-testid="due-dismiss"
          onClick={() => onDismiss(id)}
        >
          {t('due_dismiss')}
        </button>
      </p>
    </section>
  );
}
