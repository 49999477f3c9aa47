import { useState } from 'react';
import { t } from '../../lib/i18n';
import { Disclosure } from '../common/Disclosure';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

export interface DiagnosticsProps {
  /** Everything that helps somebody to help, without a key, an address or a name of anybody. */
  onDiagnose: () => Promise<string>;
  onCopy: (text: string) => Promise<boolean>;
}

/** What is set up and what works, to be read and then copied for whoever helps. */
export function Diagnostics({ onDiagnose, onCopy }: DiagnosticsProps) {
  const [text, setText] = useState<string | null>(null);
  const { said, run } = useSaid();
  const copy = async (what: string) => {
    const ok = await onCopy(what);
    return ok
      ? { ok: true as const }
      : { ok: false as const, reason: 'not_copied', message: t('not_copied') };
  };
  return (
    <section className="card" aria-labelledby="diagnostics-title">
      <h2 id="diagnostics-title">{t('diagnostics_title')}</h2>
      <p className="quiet">{t('diagnostics_about')}</p>
      {text === null ? (
        <p className="buttons">
          <button
            type="button"
            data-testid="diagnose"
            onClick={() => void onDiagnose().then(setText)}
          >
            {t('diagnostics_show')}
          </button>
        </p>
      ) : (
        <>
          <Disclosure label={t('diagnostics_text')} testId="diagnostics-open">
            <pre data-testid="diagnostics">{text}</pre>
          </Disclosure>
          <p className="buttons">
            <button
              type="button"
              data-testid="diagnostics-copy"
              onClick={() => void run('…', copy(text), () => t('copied'))}
            >
              {t('copy')}
            </button>
            <SaidLine said={said} testId="diagnostics-said" />
          </p>
        </>
      )}
    </section>
  );
}
