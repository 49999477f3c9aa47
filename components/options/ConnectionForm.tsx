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
}

/** Where the memory is. */
export function ConnectionForm({ connection, onSave, onTest }: ConnectionFormProps) {
  const [typed, setTyped] = useState(connection);
  const { said, run, clear } = useSaid();
  const change = (patch: Partial<Connection>) => {
    clear();
    setTyped({ ...typed, ...patch });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void run(t('saving'), onSave(typed), () => t('saved'));
  };
  const test = () =>
    void run(t('memory_asking'), onTest(typed), ({ version, message }) =>
      version === null ? message : t('memory_version', message, version),
    );
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
        <button type="button" data-testid="connection-test" onClick={test}>
          {t('memory_test')}
        </button>
        <SaidLine said={said} testId="connection-said" />
      </p>
    </form>
  );
}
