import { useEffect, useRef, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import type { Answer, KnownProspect } from '../../lib/messages';
import { Phrase } from '../common/Phrase';
import { ProspectPicker, type SearchProspects } from '../common/ProspectPicker';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

interface ForgetProspectProps {
  search: SearchProspects;
  onForget: (prospect: Prospect) => Promise<Answer<{ documents: number }>>;
}

/** Deletes everything about one prospect, once the rep has seen how much that is. */
export function ForgetProspect({ search, onForget }: ForgetProspectProps) {
  const [chosen, setChosen] = useState<KnownProspect | null>(null);
  const { said, run, clear } = useSaid();
  const forget = async ({ prospect }: KnownProspect) => {
    const done = await run(t('forget_busy'), onForget(prospect), ({ documents }) =>
      t('forget_done', prospect.name, tn('memories', documents)),
    );
    if (done) setChosen(null);
  };
  return (
    <section className="card" aria-labelledby="forget-title">
      <h2 id="forget-title">{t('forget_title')}</h2>
      {chosen ? (
        <Confirm
          known={chosen}
          onForget={() => void forget(chosen)}
          onKeep={() => {
            clear();
            setChosen(null);
          }}
        />
      ) : (
        <ProspectPicker
          label={t('forget_whom')}
          search={search}
          onPick={(known) => {
            clear();
            setChosen(known);
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
  const keep = useRef<HTMLButtonElement>(null);
  const who = (
    <span key="who">
      <strong>{name}</strong>
      {(email || company) && ` (${[company, email].filter(Boolean).join(', ')})`}
    </span>
  );
  // The safe answer has the focus, so that Enter on the search result can't delete.
  useEffect(() => keep.current?.focus(), []);
  return (
    <div role="alertdialog" aria-labelledby="forget-question" className="confirm">
      <p id="forget-question">
        <Phrase of="forget_question" with={[who, tn('interactions', known.count)]} />
      </p>
      <p className="buttons">
        <button type="button" className="danger" data-testid="forget-confirm" onClick={onForget}>
          {t('forget_confirm', tn('interactions', known.count))}
        </button>
        <button type="button" ref={keep} data-testid="forget-keep" onClick={onKeep}>
          {t('forget_keep')}
        </button>
      </p>
    </div>
  );
}
