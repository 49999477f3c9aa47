import { t } from '../../lib/i18n';
import type { PanelProps } from './props';

export function OptionsLink({ onOpenOptions }: Pick<PanelProps, 'onOpenOptions'>) {
  return (
    <button type="button" className="link" data-testid="open-options" onClick={onOpenOptions}>
      {t('panel_options')}
    </button>
  );
}
