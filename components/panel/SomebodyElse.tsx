import { lazy, Suspense, useState } from 'react';
import { t } from '../../lib/i18n';
import { prospectKey } from '../../lib/identity/key';
import { ProspectPicker } from '../common/ProspectPicker';
import { OptionsLink } from './OptionsLink';
import type { PanelProps } from './props';

const EditPerson = lazy(() => import('../people/EditPerson'));

/** Below a brief: about somebody else, or something else about who this is. */
export function SomebodyElse({
  search,
  who,
  onChoose,
  onOpenOptions,
}: Pick<PanelProps, 'search' | 'who' | 'onChoose' | 'onOpenOptions'>) {
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  return (
    <section className="somebody-else">
      <button
        type="button"
        className="link"
        aria-expanded={open}
        data-testid="somebody-else"
        onClick={() => setOpen(!open)}
      >
        {t('panel_somebody_else')}
      </button>
      {open && (
        <ProspectPicker
          label={t('panel_known')}
          search={search}
          onPick={({ prospect }) => {
            setOpen(false);
            onChoose(prospect);
          }}
        />
      )}
      {who && (
        <button
          type="button"
          className="link"
          aria-expanded={editing}
          data-testid="edit-person-toggle"
          onClick={() => setEditing(!editing)}
        >
          {t('person_edit')}
        </button>
      )}
      <OptionsLink onOpenOptions={onOpenOptions} />
      {who && editing && (
        <Suspense>
          <EditPerson
            key={prospectKey(who.who.person)}
            who={who.who}
            search={search}
            onChange={who.onChange}
          />
        </Suspense>
      )}
    </section>
  );
}
