import { t } from '../../lib/i18n';
import { Icon } from '../common/Icon';

/** Speech that becomes text, where the browser has that to offer. */
export interface Dictation {
  state: 'off' | 'listening' | 'refused' | 'failed';
  /** Whether the voice stays on this device; else the browser's maker turns it into text. */
  onDevice: boolean;
  onToggle: () => void;
}

/** Speaks a log instead of typing it; nothing where the browser doesn't offer it. */
export function DictateButton({ dictation }: { dictation: Dictation | null }) {
  if (!dictation) return null;
  const { state, onDevice, onToggle } = dictation;
  const listening = state === 'listening';
  const said = {
    off: '',
    listening: t(onDevice ? 'dictate_here' : 'dictate_elsewhere'),
    refused: t('dictate_refused'),
    failed: t('dictate_failed'),
  }[state];
  return (
    <>
      <button
        type="button"
        className={`dictate ${state}`}
        aria-pressed={listening}
        title={t('dictate')}
        data-testid="dictate"
        onClick={onToggle}
      >
        <Icon name="microphone" />
        <span className="visually-hidden">{t('dictate')}</span>
      </button>
      <span role="status" className="quiet dictate-said">
        {said}
      </span>
    </>
  );
}
