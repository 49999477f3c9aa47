import { t } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import type { Settings } from '../../lib/settings';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

type Switchable = Pick<Settings, 'autoOpen' | 'chip' | 'badge'>;

interface SwitchesProps {
  values: Switchable;
  onSave: (values: Partial<Switchable>) => Promise<Answer<object>>;
}

/** What happens on pages. Each switch counts as soon as it is set. */
export function Switches({ values, onSave }: SwitchesProps) {
  const { said, run } = useSaid();
  const names: (keyof Switchable)[] = ['autoOpen', 'chip', 'badge'];
  return (
    <section className="card" aria-labelledby="pages-title">
      <h2 id="pages-title">{t('pages_title')}</h2>
      {names.map((name) => (
        <label key={name} className="switch">
          <input
            type="checkbox"
            checked={values[name]}
            data-testid={`switch-${name}`}
            onChange={(event) =>
              void run(t('saving'), onSave({ [name]: event.target.checked }), () => t('saved'))
            }
          />
          {t(`switch_${name}`)}
        </label>
      ))}
      <p>
        <SaidLine said={said} testId="switches-said" />
      </p>
    </section>
  );
}
