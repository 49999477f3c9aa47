import { t } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import type { Settings } from '../../lib/settings';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];

interface LookProps {
  theme: Settings['theme'];
  onSave: (patch: Pick<Settings, 'theme'>) => Promise<Answer<object>>;
}

/** Light or dark. It counts as soon as it is chosen, on every page. */
export function Look({ theme, onSave }: LookProps) {
  const { said, run } = useSaid();
  return (
    <section className="card" aria-labelledby="look-title">
      <h2 id="look-title">{t('look_title')}</h2>
      <fieldset className="choices row">
        <legend className="visually-hidden">{t('look_title')}</legend>
        {themes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="theme"
              checked={theme === one}
              data-testid={`theme-${one}`}
              onChange={() => void run(t('saving'), onSave({ theme: one }), () => t('saved'))}
            />
            {t(`look_${one}`)}
          </label>
        ))}
      </fieldset>
      <p>
        <SaidLine said={said} testId="look-said" />
      </p>
    </section>
  );
}
