import { lazy, Suspense, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import type { Answer, KnownProspect } from '../../lib/messages';
import { Phrase } from '../common/Phrase';
import { ProspectPicker, type SearchProspects } from '../common/ProspectPicker';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

const ConfirmDialog = lazy(() => import('../common/ConfirmDialog'));

interface ForgetProspectProps {
  search: SearchProspects;
  onForget: (prospect: Prospect) => Promise<Answer<{ documents: number }>>;
}

/** Deletes everything about one prospect, once the rep has seen how much that is. */
export function ForgetProspect({ search, onForget }: ForgetProspectProps) {
  const [chosen, setChosen] = useState<KnownProspect | null>(null);
  const { said, run, clear } = useSaid();
  const forget = async ({ prospect }: KnownProspect) => {
    setChosen(null);
    await run(t('forget_busy'), onForget(prospect), ({ documents }) =>
      t('forget_done', prospect.name, tn('memories', documents)),
    );
  };
  return (
    <section className="card" aria-labelledby="forget-title">
      <h2 id="forget-title">{t('forget_title')}</h2>
      <ProspectPicker
        label={t('forget_whom')}
        search={search}
        onPick={(known) => {
          clear();
          setChosen(known);
        }}
      />
      {chosen && (
        <Confirm
          known={chosen}
          onForget={() => void forget(chosen)}
          onKeep={() => {
            clear();
            setChosen(null);
          }}
        />
      )}
      <p>
        <SaidLine said={said} testId="forget-said" />
      </p>
    </section>
  );
}

interface ConfirmProps {
  known: KnownProspect;
  onForget: () => void;
  onKeep: () => void;
}

function Confirm({ known, onForget, onKeep }: ConfirmProps) {
  const { name, email, company } = known.prospect;
  const who = (
    <span key="who">
      <strong>{name}</strong>
      {(email || company) && ` (${[company, email].filter(Boolean).join(', ')})`}
    </span>
  );
  return (
    <Suspense fallback={null}>
      <ConfirmDialog
        title={t('forget_title')}
        confirm={t('forget_confirm', tn('interactions', known.count))}
        keep={t('forget_keep')}
        onConfirm={onForget}
        onKeep={onKeep}
      >
        <Phrase of="forget_question" with={[who, tn('interactions', known.count)]} />
      </ConfirmDialog>
    </Suspense>
  );
}
