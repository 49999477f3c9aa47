import { type ReactNode, useContext, useId, useState } from 'react';
import type { Claim, Evidence } from '../../lib/brief/types';
import { t } from '../../lib/i18n';
import { agoWords, exactWords } from '../common/dates';
import { useNow } from '../common/Now';
import { FreshContext } from './fresh';
import { Source } from './Source';

/** @returns what a claim rests on, the quotes from one log together: a log is one source. */
function byLog(evidence: readonly Evidence[]): [Evidence, ...Evidence[]][] {
  return [...Map.groupBy(evidence, ({ memoryId }) => memoryId).values()] as [
    Evidence,
    ...Evidence[],
  ][];
}

interface ClaimTextProps {
  claim: Claim;
  /** What stands between the sentence and its source, e.g. how often an objection came up. */
  detail?: ReactNode;
}

/**
 * A sentence and the button that opens the logged words it rests on. The button says when they were
 * said; a claim without evidence (a general advice) has none.
 */
export function ClaimText({ claim, detail }: ClaimTextProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const now = useNow();
  const newest = claim.evidence.reduce<string | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    null,
  );
  const isFresh = useContext(FreshContext).has(claim.text);
  const logs = byLog(claim.evidence);
  return (
    <>
      <bdi className={isFresh ? 'claim-text fresh' : 'claim-text'}>{claim.text}</bdi>
      {detail && (
        <>
          {' '}
          <span className="claim-detail">{detail}</span>
        </>
      )}{' '}
      {newest !== null && (
        <button
          type="button"
          className="source-toggle"
          data-testid="source-toggle"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          title={exactWords(newest)}
          onClick={() => setOpen(!open)}
        >
          <bdi>
            {logs.length > 1
              ? t('claim_sources', agoWords(newest, now), logs.length)
              : agoWords(newest, now)}
          </bdi>
          <span className="visually-hidden">{t('claim_source_of', claim.text)}</span>
        </button>
      )}
      {open && (
        <div id={id} className="sources">
          {logs.map((evidence) => (
            <Source key={evidence[0].memoryId} evidence={evidence} />
          ))}
        </div>
      )}
    </>
  );
}
