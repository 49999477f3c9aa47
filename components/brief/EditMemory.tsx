import { type FormEvent, useId, useState } from 'react';
import { t } from '../../lib/i18n';
import type { Interaction } from '../../lib/interaction';
import { useNow } from '../common/Now';
import { asTyped, momentTyped } from '../log/draft';
import { OutcomeChips } from '../log/OutcomeChips';
import { useBriefActions } from './Actions';

interface EditMemoryProps {
  memory: Interaction;
  onDone: () => void;
}

/** A logged memory in other words, at another time, or gone for good. */
export default function EditMemory({ memory, onDone }: EditMemoryProps) {
  const logs = useBriefActions()?.logs;
  const now = useNow();
  const id = useId();
  const [summary, setSummary] = useState(memory.summary);
  const [outcome, setOutcome] = useState(memory.outcome);
  const [when, setWhen] = useState(asTyped(new Date(memory.at)));
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!logs) return null;

  const finish = async (work: Promise<{ ok: true } | { ok: false; message: string }>) => {
    const answer = await work;
    if (answer.ok) onDone();
    else setProblem(answer.message);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const moment = momentTyped(when);
    if (summary.trim() === '') return setProblem(t('log_missing_words'));
    if (!moment) return setProblem(t('log_missing_when'));
    if (moment > now) return setProblem(t('log_missing_past'));
    // The field knows minutes; what was logged to the second stays so unless it was changed.
    const same = when === asTyped(new Date(memory.at));
    const { pending: _, ...logged } = memory;
    const at = same ? memory.at : moment.toISOString();
    void finish(logs.onEdit({ ...logged, summary: summary.trim(), outcome, at }));
  };
  return (
    <form className="edit-memory" data-testid="edit-memory" noValidate onSubmit={save}>
      <label htmlFor={`${id}-words`} className="visually-hidden">
        {t('log_words')}
      </label>
      <textarea
        id={`${id}-words`}
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: the button that opened it has just gone
        autoFocus
        rows={4}
        maxLength={50_000}
        data-testid="edit-words"
        value={summary}
        onChange={(event) => setSummary(event.target.value)}
      />
      <OutcomeChips value={outcome} onChange={setOutcome} />
      <div className="log-when">
        <label htmlFor={`${id}-when`}>{t('log_when')}</label>
        <input
          id={`${id}-when`}
          type="datetime-local"
          max={asTyped(now)}
          data-testid="edit-when"
          value={when}
          onChange={(event) => setWhen(event.target.value)}
        />
      </div>
      <p className="buttons">
        <button type="submit" className="primary" data-testid="edit-save">
          {t('save')}
        </button>
        <button type="button" data-testid="edit-cancel" onClick={onDone}>
          {t('edit_cancel')}
        </button>
        {sure ? (
          <button
            type="button"
            className="danger"
            data-testid="edit-delete-sure"
            // It stands where the first "Delete" stood: a double click there is one yes, not two.
            onClick={({ detail }) => detail < 2 && void finish(logs.onForget(memory.id))}
          >
            {t('edit_delete_sure')}
          </button>
        ) : (
          <button type="button" data-testid="edit-delete" onClick={() => setSure(true)}>
            {t('edit_delete')}
          </button>
        )}
      </p>
      {problem && (
        <p className="problem" role="alert" data-testid="edit-problem">
          {problem}
        </p>
      )}
    </form>
  );
}
