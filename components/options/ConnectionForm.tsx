import { type FormEvent, useState } from 'react';
import { t } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import type { Connection } from '../../lib/settings';
import { Field } from './Field';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

export type TestConnection = (
  connection: Connection,
) => Promise<Answer<{ version: string | null; message: string }>>;

interface ConnectionFormProps {
  connection: Connection;
  onSave: (connection: Connection) => Promise<Answer<object>>;
  onTest: TestConnection;
  /** Makes the bank, where the test found none, and tests again. */
  onCreateBank: TestConnection;
}

/** Where the memory is. */
export function ConnectionForm({ connection, onSave, onTest, onCreateBank }: ConnectionFormProps) {
  const [typed, setTyped] = useState(connection);
  const [noBank, setNoBank] = useState(false);
  const { said, run, clear } = useSaid();
  const change = (patch: Partial<Connection>) => {
    clear();
    setNoBank(false);
    setTyped({ ...typed, ...patch });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void run(t('saving'), onSave(typed), () => t('saved'));
  };
  const test = async () => {
    const answer = onTest(typed);
    await run(t('memory_asking'), answer, ({ message }) => message);
    const tested = await answer;
    setNoBank(!tested.ok && tested.reason === 'no_bank');
  };
  const create = async () => {
    const made = await run(t('memory_creating_bank'), onCreateBank(typed), ({ message }) =>
      t('memory_bank_created', typed.bank, message),
    );
    if (made) setNoBank(false);
  };
  return (
    <form className="card" aria-labelledby="connection-title" noValidate onSubmit={save}>
      <h2 id="connection-title">{t('memory_title')}</h2>
      <Field
        label={t('memory_address')}
        type="url"
        placeholder="http://127.0.0.1:8888"
        value={typed.baseUrl}
        onChange={(baseUrl) => change({ baseUrl })}
        testId="connection-url"
      />
      <Field
        label={t('memory_key')}
        type="password"
        hint={t('memory_key_hint')}
        value={typed.apiKey}
        onChange={(apiKey) => change({ apiKey })}
        testId="connection-key"
      />
      <Field
        label={t('memory_bank')}
        hint={t('memory_bank_hint')}
        value={typed.bank}
        onChange={(bank) => change({ bank })}
        testId="connection-bank"
      />
      <p className="buttons">
        <button type="submit" className="primary" data-testid="connection-save">
          {t('save')}
        </button>
        <button type="button" data-testid="connection-test" onClick={() => void test()}>
          {t('memory_test')}
        </button>
        <SaidLine said={said} testId="connection-said" />
        {noBank && (
          <button type="button" data-testid="connection-create" onClick={() => void create()}>
            {t('memory_create_bank', typed.bank)}
          </button>
        )}
      </p>
    </form>
  );
}
