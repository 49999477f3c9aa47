import { useEffect, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { Answer, ModelsThere } from '../../lib/messages';
import { Disclosure } from '../common/Disclosure';
import { Icon } from '../common/Icon';

/** What the chosen model is at, where it isn't the one that the brief was read by. */
export type ModelStatus =
  /**
   * Its server takes no more requests until then (ISO 8601). `again`: nobody asks it then unless the
   * panel does, since it lets wait for longer than a request is kept open.
   */
  | { state: 'waiting'; until: string; again?: boolean }
  /** It gave no brief: the basic one stands. */
  | { state: 'failed'; reason: string; message: string };

export interface ModelActions {
  /** The models that can be chosen instead, as the server lists them now. */
  onListModels: () => Promise<Answer<ModelsThere>>;
  onUseModel: (model: string) => Promise<Answer<object>>;
  onRetry: () => void;
  onOpenOptions: () => void;
}

interface ModelLineProps {
  status: ModelStatus;
  actions: ModelActions;
}

/**
 * One line about a model that lets wait or failed; a model that is gone comes with a choice. It lies
 * over the end of the brief, so that nothing that is being read moves when it comes or goes.
 */
export default function ModelLine({ status, actions }: ModelLineProps) {
  const [closed, setClosed] = useState<ModelStatus | null>(null);
  if (status === closed) return null;
  return (
    <div className="model-line">
      {status.state === 'waiting' ? (
        <Waiting until={status.until} onOver={status.again ? actions.onRetry : null} />
      ) : (
        <Failed status={status} actions={actions} />
      )}
      <button
        type="button"
        className="link model-line-close"
        aria-label={t('model_line_close')}
        data-testid="model-line-close"
        onClick={() => setClosed(status)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function secondsUntil(until: string): number {
  return Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
}

/** From so many seconds on a wait is told in minutes. */
const inMinutes = 120;

function waitWords(seconds: number): string {
  if (seconds === 0) return t('model_waits_over');
  if (seconds < inMinutes) return tn('model_waits_seconds', seconds);
  return tn('model_waits_minutes', Math.ceil(seconds / 60));
}

/** Counts the wait down, for the eye; for the ear it is said once. */
function Waiting({ until, onOver }: { until: string; onOver: (() => void) | null }) {
  const [seconds, setSeconds] = useState(() => secondsUntil(until));
  useEffect(() => {
    setSeconds(secondsUntil(until));
    const timer = setInterval(() => setSeconds(secondsUntil(until)), 1000);
    return () => clearInterval(timer);
  }, [until]);
  const isOver = seconds === 0;
  useEffect(() => {
    if (isOver) onOver?.();
  }, [isOver, onOver]);
  return (
    <div data-testid="model-waiting">
      <p className="visually-hidden" role="status">
        {t('model_waits')}
      </p>
      <p aria-hidden="true">{waitWords(seconds)}</p>
    </div>
  );
}

function Failed({
  status,
  actions,
}: {
  status: Extract<ModelStatus, { state: 'failed' }>;
  actions: ModelActions;
}) {
  const [asking, setAsking] = useState<ModelStatus | null>(null);
  const isGone = status.reason === 'model_gone';
  return (
    <div data-testid="model-failed" data-reason={status.reason}>
      <p role="status">{asking === status ? t('model_waits_over') : status.message}</p>
      {asking !== status && (
        <>
          {isGone && <OtherModels actions={actions} onTaken={() => setAsking(status)} />}
          <p className="buttons">
            {!isGone && (
              <button
                type="button"
                data-testid="model-retry"
                onClick={() => {
                  setAsking(status);
                  actions.onRetry();
                }}
              >
                {t('retry')}
              </button>
            )}
            <button type="button" className="link" onClick={actions.onOpenOptions}>
              {t('panel_options')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

/** The nearest model first, to be taken with one click; the others below it. */
function OtherModels({ actions, onTaken }: { actions: ModelActions; onTaken: () => void }) {
  const { onListModels, onUseModel } = actions;
  const [list, setList] = useState<Answer<ModelsThere> | null>(null);
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
    if (answer.ok) onTaken();
  };
  if (list === null) return <p className="quiet">{t('model_gone_asking')}</p>;
  if (!list.ok) return <p className="quiet">{list.message}</p>;
  const { models, successor } = list;
  const others = models.filter((model) => model !== successor);
  const choices = (
    <ul className="model-choices">
      {others.map((model) => (
        <li key={model}>
          <button type="button" data-testid="use-model" onClick={() => void use(model)}>
            {model}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {successor !== null && (
        <p className="buttons">
          <button
            type="button"
            className="primary"
            data-testid="use-successor"
            onClick={() => void use(successor)}
          >
            {t('model_gone_take', successor)}
          </button>
        </p>
      )}
      {models.length === 0 && <p className="quiet">{t('model_gone_none')}</p>}
      {others.length > 0 && successor === null && choices}
      {others.length > 0 && successor !== null && (
        <Disclosure label={tn('model_gone_others', others.length)} testId="other-models">
          {choices}
        </Disclosure>
      )}
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </>
  );
}
