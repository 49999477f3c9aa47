import type { Answer } from '../../lib/messages';
import type { Settings } from '../../lib/settings';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

type Switchable = Pick<Settings, 'autoOpen' | 'chip'>;

const switchWords: Record<keyof Switchable, string> = {
  autoOpen: 'Open the brief when I open an invite',
  chip: 'Show name and score in a small chip on the page',
};

interface SwitchesProps {
  values: Switchable;
  onSave: (values: Partial<Switchable>) => Promise<Answer<object>>;
}

/** What happens on pages. Each switch counts as soon as it is set. */
export function Switches({ values, onSave }: SwitchesProps) {
  const { said, run } = useSaid();
  const names: (keyof Switchable)[] = ['autoOpen', 'chip'];
  return (
    <section className="card" aria-labelledby="pages-title">
      <h2 id="pages-title">On pages</h2>
      {names.map((name) => (
        <label key={name} className="switch">
          <input
            type="checkbox"
            checked={values[name]}
            data-testid={`switch-${name}`}
            onChange={(event) =>
              void run('Saving…', onSave({ [name]: event.target.checked }), () => 'Saved.')
            }
          />
          {switchWords[name]}
        </label>
      ))}
      <p>
        <SaidLine said={said} testId="switches-said" />
      </p>
    </section>
  );
}
