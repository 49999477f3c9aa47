import { t } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

/** Lets Chrome ask for the microphone: neither the popup nor the panel can. */
export function Microphone({ onAllow }: { onAllow: () => Promise<Answer<object>> }) {
  const { said, run } = useSaid();
  return (
    <section className="card" id="microphone" aria-labelledby="microphone-title">
      <h2 id="microphone-title">{t('microphone_title')}</h2>
      <p className="quiet">{t('microphone_about')}</p>
      <p className="buttons">
        <button
          type="button"
          data-testid="microphone-allow"
          onClick={() => void run(t('microphone_asking'), onAllow(), () => t('microphone_allowed'))}
        >
          {t('microphone_allow')}
        </button>
        <SaidLine said={said} testId="microphone-said" />
      </p>
    </section>
  );
}
