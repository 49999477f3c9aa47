import { bandName, momentumName } from '../../components/common/words';
import type { Brief } from '../../lib/brief/types';
import { t } from '../../lib/i18n';
import type { ChipView } from '../../lib/messages';

const arrows = { improving: '↗', steady: '→', declining: '↘' };

/** Puts a chip into words, here and not on the page: what a page loads has to stay small. */
export function inWords(view: ChipView): ChipView {
  const label = view.label && bandName(view.label as Brief['label']);
  const momentum = view.momentum && momentumName(view.momentum);
  const facts = [view.name, view.score, label, momentum].filter((fact) => fact !== null);
  return {
    ...view,
    label: view.momentum && label ? `${label} ${arrows[view.momentum]}` : label,
    spoken: t('chip_open', facts.join(', ')),
    hide: t('chip_hide'),
  };
}
