import { useEffect, useRef, useState } from 'react';
import type { Prospect } from '../../lib/identity/prospect';
import type { Answer, KnownProspect } from '../../lib/messages';
import { ProspectPicker, type SearchProspects } from '../common/ProspectPicker';
import { counted } from '../common/words';
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
    const done = await run(
      'Forgetting…',
      onForget(prospect),
      ({ documents }) =>
        `${prospect.name} is forgotten: ${counted(documents, 'memory', 'memories')} deleted.`,
    );
    if (done) setChosen(null);
  };
  return (
    <section className="card" aria-labelledby="forget-title">
      <h2 id="forget-title">Forget a prospect</h2>
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
          label="Whom"
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
  // The safe answer has the focus, so that Enter on the search result can't delete.
  useEffect(() => keep.current?.focus(), []);
  return (
    <div role="alertdialog" aria-labelledby="forget-question" className="confirm">
      <p id="forget-question">
        Forget everything about <strong>{name}</strong>
        {(email || company) && ` (${[company, email].filter(Boolean).join(', ')})`}? The server
        deletes {counted(known.count, 'interaction')} and what it derived from them. This can’t be
        undone.
      </p>
      <p className="buttons">
        <button type="button" className="danger" data-testid="forget-confirm" onClick={onForget}>
          Forget {counted(known.count, 'interaction')}
        </button>
        <button type="button" ref={keep} data-testid="forget-keep" onClick={onKeep}>
          Keep
        </button>
      </p>
    </div>
  );
}
