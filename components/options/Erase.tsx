import { lazy, Suspense, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

const ConfirmDialog = lazy(() => import('../common/ConfirmDialog'));

export type EraseAll = (scope: { server: boolean }) => Promise<Answer<{ documents: number }>>;

interface EraseProps {
  /** Whether anything was set up; what was just erased is still said where not. */
  begun: boolean;
  /** The bank whose logs would be erased, and the server it is on; null where none is set up. */
  bank: { name: string; host: string } | null;
  onErase: EraseAll;
}

/** Erases what this browser keeps, or that and everything on the server. */
export function Erase({ begun, bank, onErase }: EraseProps) {
  const [asking, setAsking] = useState<'browser' | 'server' | null>(null);
  const { said, run, clear } = useSaid();
  const ask = (scope: 'browser' | 'server') => () => {
    clear();
    setAsking(scope);
  };
  const erase = async (server: boolean) => {
    setAsking(null);
    await run(t('erase_busy'), onErase({ server }), ({ documents }) =>
      server ? t('erase_done_server', tn('memories', documents)) : t('erase_done'),
    );
  };
  if (!begun && !said) return null;
  return (
    <section className="card" aria-labelledby="erase-title">
      <h2 id="erase-title">{t('erase_title')}</h2>
      <p className="buttons">
        <button type="button" data-testid="erase-browser" onClick={ask('browser')}>
          {t('erase_browser')}
        </button>
        {bank && (
          <button type="button" data-testid="erase-server" onClick={ask('server')}>
            {t('erase_server')}
          </button>
        )}
      </p>
      {asking && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={t('erase_title')}
            confirm={t('erase_confirm')}
            keep={t('forget_keep')}
            onConfirm={() => void erase(asking === 'server')}
            onKeep={() => setAsking(null)}
          >
            {asking === 'server' && bank
              ? t('erase_question_server', bank.name, bank.host)
              : t('erase_question')}
          </ConfirmDialog>
        </Suspense>
      )}
      <p>
        <SaidLine said={said} testId="erase-said" />
      </p>
    </section>
  );
}
