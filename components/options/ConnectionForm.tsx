import { type FormEvent, useState } from 'react';
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
    void run('Saving…', onSave(typed), () => 'Saved.');
  };
  const test = () =>
    void run('Asking the server…', onTest(typed), ({ version, message }) =>
      version === null ? message : `${message} (version ${version})`,
    );
  return (
    <form className="card" aria-labelledby="connection-title" noValidate onSubmit={save}>
      <h2 id="connection-title">Memory</h2>
      <Field
        label="Address of the Hindsight server"
        type="url"
        placeholder="http://127.0.0.1:8888"
        value={typed.baseUrl}
        onChange={(baseUrl) => change({ baseUrl })}
        testId="connection-url"
      />
      <Field
        label="API key"
        type="password"
        hint="Leave it empty where the server asks for none."
        value={typed.apiKey}
        onChange={(apiKey) => change({ apiKey })}
        testId="connection-key"
      />
      <Field
        label="Bank"
        hint="One bank can serve a team: each log names its rep."
        value={typed.bank}
        onChange={(bank) => change({ bank })}
        testId="connection-bank"
      />
      <p className="buttons">
        <button type="submit" className="primary" data-testid="connection-save">
          Save
        </button>
        <button type="button" data-testid="connection-test" onClick={test}>
          Test connection
        </button>
        <SaidLine said={said} testId="connection-said" />
      </p>
    </form>
  );
}
