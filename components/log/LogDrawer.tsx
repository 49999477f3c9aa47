import { type ReactNode, useState } from 'react';
import { t } from '../../lib/i18n';

/** Opens the form of a log at the panel's foot. */
export function LogDrawer({ children }: { children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="log-drawer" aria-label={t('log_title')}>
      <button
        type="button"
        className="log-drawer-toggle disclosure"
        aria-expanded={open}
        data-testid="quick-log-toggle"
        onClick={() => setOpen(!open)}
      >
        {t('log_title')}
      </button>
      {open && children}
    </section>
  );
}
