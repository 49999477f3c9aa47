import { useState } from 'react';
import type { PromiseItem } from '../../lib/brief/types';
import { t } from '../../lib/i18n';
import { useBriefActions } from './Actions';

type State = { is: 'open' | 'saving' | 'logged' } | { is: 'failed'; message: string };

/** Logs that a promise of ours was kept; nothing where the page can't log. */
export function KeptButton({ promise }: { promise: PromiseItem }) {
  const actions = useBriefActions();
  const [state, setState] = useState<State>({ is: 'open' });
  if (!actions) return null;
  const keep = async () => {
    setState({ is: 'saving' });
    const answer = await actions.onKept(promise);
    setState(answer.ok ? { is: 'logged' } : { is: 'failed', message: answer.message });
  };
  const done = state.is === 'saving' || state.is === 'logged';
  return (
    <span className="mark-kept">
      {!done && (
        <button type="button" className="link" data-testid="mark-kept" onClick={() => void keep()}>
          <span aria-hidden="true">✓ </span>
          {t('kept_mark')}
          <span className="visually-hidden">: {promise.text}</span>
        </button>
      )}
      <span role="status" className={state.is === 'failed' ? 'problem' : 'quiet'}>
        {done && t('kept_logged')}
        {state.is === 'failed' && state.message}
      </span>
    </span>
  );
}
