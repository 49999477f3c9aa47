import { t, tn } from '../../lib/i18n';
import type { OutboxItemView } from '../../lib/messages';
import { Ago } from '../common/Ago';

interface OutboxListProps {
  items: readonly OutboxItemView[];
  onRetry: () => void;
}

/** As many as somebody would read through; of the others there is the number. */
const mostShown = 20;

/** Logs that the server hasn't confirmed. */
export default function OutboxList({ items, onRetry }: OutboxListProps) {
  return (
    <section className="outbox" aria-labelledby="outbox-title" data-testid="outbox">
      <div className="outbox-head">
        <h2 id="outbox-title">{tn('outbox_title', items.length)}</h2>
        <button type="button" data-testid="outbox-retry" onClick={onRetry}>
          {t('retry')}
        </button>
      </div>
      <ul>
        {items.slice(0, mostShown).map((item) => (
          <li key={item.id} data-testid="outbox-item" data-state={item.state}>
            <p>
              <strong dir="auto">{item.prospect.name}</strong>{' '}
              <span className="quiet">
                <Ago at={item.at} />
              </span>
            </p>
            <p className="words folded" dir="auto">
              {item.summary}
            </p>
            <p className={item.state === 'needs_you' ? 'problem' : 'quiet'}>
              {t(`outbox_${item.state}`)}
              {item.message && `: ${item.message}`}
            </p>
          </li>
        ))}
      </ul>
      {items.length > mostShown && (
        <p className="quiet">{tn('outbox_more', items.length - mostShown)}</p>
      )}
    </section>
  );
}
