import { lazy, Suspense } from 'react';
import { t } from '../lib/i18n';
import type { Prospect } from '../lib/identity/prospect';
import type { KnownProspect, OutboxItemView } from '../lib/messages';
import { Icon } from './common/Icon';
import { QuickLog, type QuickLogProps } from './log/QuickLog';
import { AboutPage, type Standing } from './popup/AboutPage';
import { Recent } from './popup/Recent';
import { UseSite, type UseSiteProps } from './popup/UseSite';

// Seldom there: nothing waits while the server answers.
const OutboxList = lazy(() => import('./log/OutboxList'));

export interface PopupProps {
  /** Whom the page in front is about; null where nobody was found on it. */
  standing: Standing | null;
  others: number;
  /** Whether the extension reads this site; null where that is no choice. */
  site: UseSiteProps | null;
  quickLog: QuickLogProps;
  recent: readonly KnownProspect[];
  /** Logs that the server hasn't confirmed. */
  outbox: readonly OutboxItemView[];
  onRetry: () => void;
  onOpenPanel: () => void;
  /** Opens the panel about somebody who needn't be on the page. */
  onOpenProspect: (prospect: Prospect) => void;
  onOpenOptions: () => void;
}

/** The toolbar popup: whom the page is about, a call logged, and what still waits. */
export function Popup(props: PopupProps) {
  const { standing, others, site, quickLog, recent, outbox } = props;
  return (
    <main className="popup">
      <AboutPage standing={standing} others={others} onOpenPanel={props.onOpenPanel} />
      {site && <UseSite {...site} />}
      <header className="popup-head">
        <h1>{t('log_title')}</h1>
        <button
          type="button"
          className="link"
          data-testid="open-options"
          onClick={props.onOpenOptions}
        >
          <Icon name="gear" /> {t('panel_options')}
        </button>
      </header>
      <QuickLog {...quickLog} autoFocus />
      {outbox.length > 0 && (
        <Suspense>
          <OutboxList items={outbox} onRetry={props.onRetry} />
        </Suspense>
      )}
      <Recent prospects={recent} onOpen={props.onOpenProspect} />
    </main>
  );
}
