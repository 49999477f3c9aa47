import { type FormEvent, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import { type ModelSettings, readerChoices } from '../../lib/settings';
import { Field } from './Field';
import { LanguageField } from './LanguageField';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

/** Asks Groq what a key may use, which also says whether the key works. */
export type TestGroq = (apiKey: string) => Promise<Answer<{ models: string[] }>>;

interface ModelFormProps {
  model: ModelSettings;
  onSave: (model: ModelSettings) => Promise<Answer<object>>;
  onTestGroq: TestGroq;
  /** Whether this browser has a model of its own. */
  chromeHasModel: boolean;
}

/** Who reads the memories. The basic reader always paints first. */
export function ModelForm({ model, onSave, onTestGroq, chromeHasModel }: ModelFormProps) {
  const [typed, setTyped] = useState(model);
  const { said, run, clear } = useSaid();
  const change = (patch: Partial<ModelSettings>) => {
    clear();
    setTyped({ ...typed, ...patch });
  };
  const [models, setModels] = useState<readonly string[]>([]);
  const testGroq = () =>
    void run(t('model_groq_asking'), onTestGroq(typed.groqApiKey), (answer) => {
      setModels(answer.models);
      return t('model_groq_good', tn('models', answer.models.length));
    });
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
            onChange={(groqModel) => change({ groqModel })}
            testId="groq-model"
            choices={models}
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
            onChange={(openaiModel) => change({ openaiModel })}
            testId="openai-model"
          />
        </>
      )}
      {typed.use !== 'basic' && (
        <LanguageField value={typed.language} onChange={(language) => change({ language })} />
      )}
      <p className="buttons">
        <button type="submit" className="primary" data-testid="model-save">
          {t('save')}
        </button>
        {typed.use === 'groq' && (
          <button type="button" data-testid="groq-test" onClick={testGroq}>
            {t('model_groq_test')}
          </button>
        )}
        <SaidLine said={said} testId="model-said" />
      </p>
    </form>
  );
}
