import { t } from '../../lib/i18n';

export interface SitesInUseProps {
  /** Match patterns of the sites that the rep switched on. */
  sites: readonly string[];
  onLeave: (pattern: string) => void;
}

const hostOf = (pattern: string) => pattern.replace(/^https:\/\/|\/\*$/g, '');

/** The sites that the rep switched SalesMemory on for, each to be taken back. */
export function SitesInUse({ sites, onLeave }: SitesInUseProps) {
  return (
    <section className="card" aria-labelledby="sites-title">
      <h2 id="sites-title">{t('sites_title')}</h2>
      <p className="quiet">{t(sites.length === 0 ? 'sites_none' : 'sites_text')}</p>
      {sites.length > 0 && (
        <ul className="sites">
          {sites.map((pattern) => (
            <li key={pattern}>
              <span>{hostOf(pattern)}</span>
              <button type="button" data-testid="site-leave" onClick={() => onLeave(pattern)}>
                {t('site_leave', hostOf(pattern))}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
