import { type FormEvent, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { Answer, ModelServer, ModelsThere } from '../../lib/messages';
import { type ModelSettings, readerChoices } from '../../lib/settings';
import { Field } from './Field';
import { LanguageField } from './LanguageField';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

/** Asks a server which models it has, which also says whether its address and key work. */
export type TestModels = (server: ModelServer) => Promise<Answer<ModelsThere>>;

interface ModelFormProps {
  model: ModelSettings;
  onSave: (model: ModelSettings) => Promise<Answer<object>>;
  onTestModels: TestModels;
  /** Whether this browser has a model of its own. */
  chromeHasModel: boolean;
}

/** Who reads the memories. The basic reader always paints first. */
export function ModelForm({ model, onSave, onTestModels, chromeHasModel }: ModelFormProps) {
  const [typed, setTyped] = useState(model);
  const { said, run, clear } = useSaid();
  const [there, setThere] = useState<ModelsThere>(nothingKnown);
  const change = (patch: Partial<ModelSettings>) => {
    clear();
    setThere(nothingKnown);
    setTyped({ ...typed, ...patch });
  };
  const server = serverOf(typed);
  const test = async (asked: ModelServer) => {
    const ofGroq = asked.use === 'groq';
    const answer = onTestModels(asked);
    await run(t(ofGroq ? 'model_groq_asking' : 'model_asking'), answer, ({ models }) =>
      t(ofGroq ? 'model_groq_good' : 'model_answers', tn('models', models.length)),
    );
    const found = await answer;
    if (found.ok) setThere(found);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void run(t('saving'), onSave(typed), () => t('saved'));
  };
  return (
    <form className="card" aria-labelledby="model-title" noValidate onSubmit={save}>
      <h2 id="model-title">{t('model_title')}</h2>
      <p className="quiet">{t('model_about')}</p>
      <fieldset className="choices">
        <legend className="visually-hidden">{t('model_which')}</legend>
        {readerChoices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="reader"
              checked={typed.use === choice}
              data-testid={`reader-${choice}`}
              onChange={() => change({ use: choice })}
            />
            <span>
              {t(`model_${choice}`)}
              <span className="quiet">
                {t(`model_${choice}_about`)}
                {choice === 'chrome' && !chromeHasModel && ` ${t('model_chrome_none')}`}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {typed.use === 'groq' && (
        <>
          <Field
            label={t('model_groq_key')}
            type="password"
            value={typed.groqApiKey}
            onChange={(groqApiKey) => change({ groqApiKey })}
            testId="groq-key"
          />
          <Field
            label={t('model_groq_model')}
            value={typed.groqModel}
            onChange={(groqModel) => setTyped({ ...typed, groqModel })}
            testId="groq-model"
            choices={there.models}
          />
        </>
      )}
      {typed.use === 'openai_compatible' && (
        <>
          <Field
            label={t('model_address')}
            type="url"
            placeholder="https://models.example.com/v1"
            value={typed.openaiBaseUrl}
            onChange={(openaiBaseUrl) => change({ openaiBaseUrl })}
            testId="openai-url"
          />
          <Field
            label={t('model_key')}
            type="password"
            value={typed.openaiApiKey}
            onChange={(openaiApiKey) => change({ openaiApiKey })}
            testId="openai-key"
          />
          <Field
            label={t('model_name')}
            value={typed.openaiModel}
            onChange={(openaiModel) => setTyped({ ...typed, openaiModel })}
            testId="openai-model"
            choices={there.models}
          />
        </>
      )}
      {server && (
        <GoneModel
          model={server.model}
          there={there}
          onTake={(model) =>
            setTyped({
              ...typed,
              ...(server.use === 'groq' ? { groqModel: model } : { openaiModel: model }),
            })
          }
        />
      )}
      <LanguageField value={typed.language} onChange={(language) => change({ language })} />
      <p className="buttons">
        <button type="submit" className="primary" data-testid="model-save">
          {t('save')}
        </button>
        {server && (
          <button type="button" data-testid="model-test" onClick={() => void test(server)}>
            {t(server.use === 'groq' ? 'model_groq_test' : 'model_test')}
          </button>
        )}
        <SaidLine said={said} testId="model-said" />
      </p>
    </form>
  );
}

const nothingKnown: ModelsThere = { models: [], successor: null };

/** @returns the server that is typed; null where the chosen reader has none of its own. */
function serverOf(typed: ModelSettings): ModelServer | null {
  if (typed.use === 'groq') {
    return { use: 'groq', baseUrl: '', apiKey: typed.groqApiKey, model: typed.groqModel };
  }
  if (typed.use !== 'openai_compatible') return null;
  const { openaiBaseUrl: baseUrl, openaiApiKey: apiKey, openaiModel } = typed;
  return { use: 'openai_compatible', baseUrl, apiKey, model: openaiModel };
}

/** That the typed model isn't on its server's list, with the one to take instead. */
function GoneModel({
  model,
  there,
  onTake,
}: {
  model: string;
  there: ModelsThere;
  onTake: (model: string) => void;
}) {
  const { models, successor } = there;
  if (models.length === 0 || model.trim() === '' || models.includes(model.trim())) return null;
  return (
    <div role="alert" className="gone-model" data-testid="model-not-there">
      <p className="problem">{t('model_not_there', model)}</p>
      {successor !== null && (
        <button type="button" data-testid="take-successor" onClick={() => onTake(successor)}>
          {t('model_gone_take', successor)}
        </button>
      )}
    </div>
  );
}
