import type { ReactNode } from 'react';
import { t } from '../../lib/i18n';
import { Disclosure } from '../common/Disclosure';

/** Opens the form of a log at the panel's foot. */
export function LogDrawer({ children }: { children?: ReactNode }) {
  return (
    <section className="log-drawer" aria-label={t('log_title')}>
      <Disclosure label={t('log_title')} className="log-drawer-toggle" testId="quick-log-toggle">
        {children}
      </Disclosure>
    </section>
  );
}
