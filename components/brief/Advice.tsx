import type { Brief } from '../../lib/brief/types';
import { t } from '../../lib/i18n';
import { ClaimText } from './ClaimText';
import { CopyButton } from './CopyButton';

/** What to do, and what could go wrong. */
export function Advice({ brief }: { brief: Brief }) {
  return (
    <>
      <section className="action" aria-labelledby="action-title">
        <div className="part-head">
          <h2 id="action-title">{t('brief_do_this')}</h2>
          <CopyButton text={brief.recommended_action.text} what={t('brief_action_what')} />
        </div>
        <div data-testid="recommended-action">
          <ClaimText claim={brief.recommended_action} />
        </div>
      </section>
      {brief.risk && (
        <section className="risk" aria-labelledby="risk-title">
          <h2 id="risk-title">{t('brief_risk')}</h2>
          <div data-testid="risk">
            <ClaimText claim={brief.risk} />
          </div>
        </section>
      )}
    </>
  );
}
