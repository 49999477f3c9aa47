import { locale, t } from '../../lib/i18n';
import { bandName, momentumName } from '../common/words';
import type { PanelProps } from './props';

/** @returns what a screen reader is told once a brief is there; empty before. */
export function announcement({ current, answer, meeting, people }: PanelProps): string {
  if (meeting?.shown) {
    const names = people.map(({ name }) => name).join(', ');
    return meeting.answer?.ok ? t('meeting_announce', names) : '';
  }
  if (!current || !answer?.ok) return '';
  const { score, label, momentum, interactions } = answer.brief;
  if (interactions.count === 0) return t('panel_announce_new', current.name);
  return t(
    'panel_announce',
    current.name,
    score,
    bandName(label),
    momentumName(momentum).toLocaleLowerCase(locale()),
  );
}
