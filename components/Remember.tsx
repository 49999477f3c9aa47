import { t } from '../lib/i18n';
import type { Prospect } from '../lib/identity/prospect';
import type { Remembering } from '../lib/remember';
import { Phrase } from './common/Phrase';
import { ProspectPicker, type SearchProspects } from './common/ProspectPicker';

export interface RememberProps {
  remembering: Remembering;
  /** Who is on the page: the likeliest answers. */
  people: readonly Prospect[];
  search: SearchProspects;
  onPick: (prospect: Prospect) => void;
  onUndo: (id: string) => void;
  onDismiss: () => void;
}

/** A selected passage: about whom it is, where that isn't clear; then that it is remembered. */
export default function Remember({
  remembering,
  people,
  search,
  onPick,
  onUndo,
  onDismiss,
}: RememberProps) {
  if (remembering.state === 'done') {
    const { id, name } = remembering;
    return (
      <section className="remember" role="status" data-testid="remember-done">
        <p>
          <Phrase of="remember_done" with={[<bdi key="name">{name}</bdi>]} />{' '}
          <button
            type="button"
            className="link"
            data-testid="remember-undo"
            onClick={() => onUndo(id)}
          >
            {t('undo')}
          </button>{' '}
          <button type="button" className="link" onClick={onDismiss}>
            {t('close')}
          </button>
        </p>
      </section>
    );
  }
  return (
    <section className="remember" aria-label={t('remember_label')} data-testid="remember-asking">
      <h2>{t('remember_whom')}</h2>
      <blockquote dir="auto">{remembering.passage.text}</blockquote>
      {people.map((person) => (
        <button
          type="button"
          key={`${person.email}|${person.name}`}
          data-testid="remember-person"
          onClick={() => onPick(person)}
        >
          <bdi>{person.name}</bdi>
        </button>
      ))}
      <ProspectPicker
        label={t('panel_known')}
        search={search}
        onPick={({ prospect }) => onPick(prospect)}
      />
      <button type="button" className="link" onClick={onDismiss}>
        {t('remember_dismiss')}
      </button>
    </section>
  );
}
