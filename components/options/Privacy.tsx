import { t } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import type { Settings } from '../../lib/settings';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

interface PrivacyProps {
  settings: Settings;
  onSave: (patch: Partial<Settings>) => Promise<Answer<object>>;
}

/** What may leave this device, and what is kept on it. Each switch counts as soon as it is set. */
export function Privacy({ settings, onSave }: PrivacyProps) {
  const { said, run } = useSaid();
  const { onDeviceOnly, keysForSession, model } = settings;
  const rows = [
    {
      name: 'onDeviceOnly',
      checked: onDeviceOnly,
      patch: { onDeviceOnly: !onDeviceOnly },
      text: t('privacy_onDeviceOnly'),
      about: t('privacy_onDeviceOnly_about'),
    },
    {
      name: 'redact',
      checked: model.redact,
      patch: { model: { ...model, redact: !model.redact } },
      text: t('privacy_redact'),
      about: t('privacy_redact_about'),
    },
    {
      name: 'keysForSession',
      checked: keysForSession,
      patch: { keysForSession: !keysForSession },
      text: t('privacy_keysForSession'),
      about: t('privacy_keysForSession_about'),
    },
  ];
  return (
    <section className="card" aria-labelledby="privacy-title">
      <h2 id="privacy-title">{t('privacy_title')}</h2>
      {rows.map(({ name, checked, patch, text, about }) => (
        <div key={name}>
          <label className="switch">
            <input
              type="checkbox"
              checked={checked}
              data-testid={`switch-${name}`}
              aria-describedby={`${name}-about`}
              onChange={() => void run(t('saving'), onSave(patch), () => t('saved'))}
            />
            {text}
          </label>
          <p id={`${name}-about`} className="quiet">
            {about}
          </p>
        </div>
      ))}
      <p>
        <SaidLine said={said} testId="privacy-said" />
      </p>
    </section>
  );
}
