import { t } from '../../lib/i18n';
import { ProspectPicker } from '../common/ProspectPicker';
import { UpNext } from '../upnext/UpNext';
import { OptionsLink } from './OptionsLink';
import type { PanelProps } from './props';

/** Nobody is on the page: the next meetings, and everybody who is known. */
export function Empty({
  search,
  onChoose,
  onOpenOptions,
  upNext,
}: Pick<PanelProps, 'search' | 'onChoose' | 'onOpenOptions' | 'upNext'>) {
  return (
    <section className="empty" data-testid="empty-state">
      <h1>{t('panel_empty_title')}</h1>
      <p className="quiet">{t('panel_empty_text')}</p>
      {upNext && <UpNext {...upNext} />}
      <ProspectPicker
        label={t('panel_known')}
        search={search}
        onPick={({ prospect }) => onChoose(prospect)}
      />
      <OptionsLink onOpenOptions={onOpenOptions} />
    </section>
  );
}
