import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { t } from '../../lib/i18n';
import { useBriefActions } from './Actions';

type State = { is: 'open' | 'saving' } | { is: 'failed'; message: string };

/** What was typed and not saved, by whom it is about: who looks something up in another tab comes back. */
const typed = new Map<string, string>();

/**
 * Where nothing is remembered: what the rep knows from elsewhere, in a sentence, so that the next
 * brief isn't empty, and the way to import a history. Nothing where the page can't log.
 *
 * @param person the key of whom it is about
 */
export function AlreadyKnown({ person }: { person: string }) {
  const actions = useBriefActions();
  const [text, setText] = useState(typed.get(person) ?? '');
  const [state, setState] = useState<State>({ is: 'open' });
  const id = useId();
  if (!actions) return null;
  const change = (words: string) => {
    typed.set(person, words);
    setText(words);
  };
  const save = async () => {
    if (text.trim() === '' || state.is === 'saving') return;
    setState({ is: 'saving' });
    const answer = await actions.onKnown(text.trim());
    if (answer.ok) typed.delete(person);
    // Kept: the brief that comes next has it, and this field goes.
    setState(answer.ok ? { is: 'saving' } : { is: 'failed', message: answer.message });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const byKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <form className="already-known" data-testid="already-known" onSubmit={submit}>
      <label htmlFor={id}>{t('known_label')}</label>
      <textarea
        id={id}
        dir="auto"
        rows={2}
        maxLength={50_000}
        placeholder={t('known_placeholder')}
        data-testid="known-text"
        value={text}
        onKeyDown={byKeys}
        onChange={(event) => change(event.target.value)}
      />
      <p className="buttons">
        <button type="submit" data-testid="known-save" disabled={state.is === 'saving'}>
          {t('known_save')}
        </button>
        <button
          type="button"
          className="link"
          data-testid="known-import"
          onClick={actions.onImport}
        >
          {t('known_import')}
        </button>
        <span role="status" className={state.is === 'failed' ? 'problem' : 'quiet'}>
          {state.is === 'saving' && t('saving')}
          {state.is === 'failed' && state.message}
        </span>
      </p>
    </form>
  );
}
