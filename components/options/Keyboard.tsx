import { type MessageKey, t } from '../../lib/i18n';

/** A key that the browser listens to, as it is set now; empty where it is taken or switched off. */
export interface CommandKey {
  name: 'log' | 'brief';
  keys: string;
}

interface KeyboardProps {
  commands: readonly CommandKey[];
  /** Opens the browser's own page for them. */
  onChangeKeys: () => void;
}

const inPages: readonly [string, MessageKey][] = [
  ['Ctrl / ⌘ + Enter', 'keys_save'],
  ['Alt + 0–9', 'keys_outcome'],
  ['Esc', 'keys_escape'],
];

/** What can be done without the mouse. */
export function Keyboard({ commands, onChangeKeys }: KeyboardProps) {
  return (
    <section className="card" aria-labelledby="keys-title">
      <h2 id="keys-title">{t('keys_title')}</h2>
      <table className="keys" data-testid="keys">
        <tbody>
          {commands.map(({ name, keys }) => (
            <tr key={name}>
              <th scope="row">{t(`keys_${name}`)}</th>
              <td>{keys ? <kbd>{keys}</kbd> : t('keys_none')}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('keys_address')}</th>
            <td>
              <kbd>sm</kbd> <kbd>Tab</kbd> {t('keys_address_name')}
            </td>
          </tr>
          {inPages.map(([keys, what]) => (
            <tr key={what}>
              <th scope="row">{t(what)}</th>
              <td>
                <kbd>{keys}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="buttons">
        <button type="button" className="link" data-testid="change-keys" onClick={onChangeKeys}>
          {t('keys_change')}
        </button>
      </p>
    </section>
  );
}
