import { useEffect, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';

/** What the chosen model is at, where it isn't the one that the brief was read by. */
export type ModelStatus =
  /** Its server takes no more requests until then (ISO 8601). */
  | { state: 'waiting'; until: string }
  /** It gave no brief: the basic one stands. */
  | { state: 'failed'; reason: string; message: string };

export interface ModelActions {
  /** The models that can be chosen instead, as the server lists them now. */
  onListModels: () => Promise<Answer<{ models: string[] }>>;
  onUseModel: (model: string) => Promise<Answer<object>>;
}

/** One line about a model that lets wait or failed; a model that is gone comes with a choice. */
export default function ModelLine({
  status,
  actions,
}: {
  status: ModelStatus;
  actions: ModelActions;
}) {
  if (status.state === 'waiting') return <Waiting until={status.until} />;
  return (
    <div className="model-line" data-testid="model-failed" data-reason={status.reason}>
      <p>{status.message}</p>
      {status.reason === 'model_gone' && <OtherModels {...actions} />}
    </div>
  );
}

function secondsUntil(until: string): number {
  return Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
}

/** Counts the wait down, for the eye; for the ear it is said once. */
function Waiting({ until }: { until: string }) {
  const [seconds, setSeconds] = useState(() => secondsUntil(until));
  useEffect(() => {
    setSeconds(secondsUntil(until));
    const timer = setInterval(() => setSeconds(secondsUntil(until)), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <div className="model-line" data-testid="model-waiting">
      <p className="visually-hidden" role="status">
        {t('model_waits')}
      </p>
      <p aria-hidden="true">
        {seconds > 0 ? tn('model_waits_seconds', seconds) : t('model_waits_over')}
      </p>
    </div>
  );
}

function OtherModels({ onListModels, onUseModel }: ModelActions) {
  const [list, setList] = useState<Answer<{ models: string[] }> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    void onListModels().then((answer) => here && setList(answer));
    return () => {
      here = false;
    };
  }, [onListModels]);
  const use = async (model: string) => {
    const answer = await onUseModel(model);
    setProblem(answer.ok ? null : answer.message);
  };
  if (list === null) return null;
  if (!list.ok) return <p className="quiet">{list.message}</p>;
  return (
    <>
      <p id="other-models">{t('model_gone_choose')}</p>
      <ul className="model-choices" aria-labelledby="other-models">
        {list.models.map((model) => (
          <li key={model}>
            <button type="button" data-testid="use-model" onClick={() => void use(model)}>
              {model}
            </button>
          </li>
        ))}
      </ul>
      {problem !== null && <p role="alert">{problem}</p>}
    </>
  );
}
