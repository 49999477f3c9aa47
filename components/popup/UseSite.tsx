import { t } from '../../lib/i18n';
import { Phrase } from '../common/Phrase';

export interface UseSiteProps {
  /** The site's host, as the rep sees it in the address bar. */
  host: string;
  used: boolean;
  /** Chrome asks the rep itself; call it in the click's own task. */
  onUse: (use: boolean) => void;
}

/** Lets the extension read a site that it has no script of its own for, or stops it. */
export function UseSite({ host, used, onUse }: UseSiteProps) {
  return (
    <p className="use-site quiet" data-testid="use-site">
      <Phrase
        of={used ? 'popup_site_used' : 'popup_site_unused'}
        with={[<bdi key="host">{host}</bdi>]}
      />{' '}
      <button
        type="button"
        className="link"
        data-testid="use-site-switch"
        onClick={() => onUse(!used)}
      >
        {t(used ? 'popup_site_stop' : 'popup_site_use')}
      </button>
    </p>
  );
}
