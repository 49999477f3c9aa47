import type { Brief, Momentum } from '../../lib/brief/types';
import { type MessageKey, t } from '../../lib/i18n';
import type { bands } from '../../prompts/rubric';

/** @returns how often something happened ("once", "twice", "3 times"). */
export function timesWords(times: number): string {
  if (times === 1) return t('times_one');
  return times === 2 ? t('times_twice') : t('times_many', times);
}

/** @returns points as they are added or taken: “+8”, “−6”. */
export function signedPoints(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

const bandKeys: Record<(typeof bands)[number]['label'], MessageKey> = {
  Cold: 'band_cold',
  'Warming up': 'band_warming',
  Engaged: 'band_engaged',
  Hot: 'band_hot',
  Closing: 'band_closing',
};

/** @returns a score's label as the screen's language has it. */
export function bandName(label: string): string {
  const key = bandKeys[label as Brief['label']];
  return key ? t(key) : label;
}

/** @returns how a way that a deal moves is called on a screen. */
export function momentumName(momentum: Momentum): string {
  return t(`momentum_${momentum}`);
}
