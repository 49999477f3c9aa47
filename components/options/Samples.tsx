import { t, tn } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

export interface SamplesProps {
  /** Stores the sample deals in the rep's own memory. */
  onLoadSamples: () => Promise<Answer<{ logs: number }>>;
  /** Removes them, and nothing else. */
  onRemoveSamples: () => Promise<Answer<{ logs: number }>>;
}

/** Invented deals to try things out with. */
export function Samples({ onLoadSamples, onRemoveSamples }: SamplesProps) {
  const { said, run } = useSaid();
  return (
    <section className="card" aria-labelledby="samples-title">
      <h2 id="samples-title">{t('samples_title')}</h2>
      <p className="quiet">{t('samples_about')}</p>
      <p className="buttons">
        <button
          type="button"
          data-testid="samples-load"
          onClick={() =>
            void run(t('samples_loading'), onLoadSamples(), ({ logs }) =>
              tn('samples_loaded', logs),
            )
          }
        >
          {t('samples_load')}
        </button>
        <button
          type="button"
          data-testid="samples-remove"
          onClick={() =>
            void run(t('samples_removing'), onRemoveSamples(), ({ logs }) =>
              tn('samples_removed', logs),
            )
          }
        >
          {t('samples_remove')}
        </button>
        <SaidLine said={said} testId="samples-said" />
      </p>
    </section>
  );
}
