import { type FormEvent, useState } from 'react';
import type { Answer } from '../../lib/messages';
import { type ModelSettings, readerChoices } from '../../lib/settings';
import { Field } from './Field';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

type Choice = ModelSettings['use'];

const choiceWords: Record<Choice, { name: string; about: string }> = {
  basic: {
    name: 'None: the basic reader',
    about: 'Rules on this device. No key, nothing leaves the browser but to the memory server.',
  },
  groq: {
    name: 'Groq',
    about: 'Fast, needs a key. The memories of the prospect are sent to Groq.',
  },
  chrome: { name: 'Chrome’s model', about: 'On this device, where Chrome offers it. No key.' },
  hindsight: {
    name: 'The memory server’s model',
    about: 'The model that your Hindsight server is set up with.',
  },
  openai_compatible: {
    name: 'Own address',
    about: 'Any server that speaks the OpenAI chat interface.',
  },
};

interface ModelFormProps {
  model: ModelSettings;
  onSave: (model: ModelSettings) => Promise<Answer<object>>;
  /** Whether this browser has a model of its own. */
  chromeHasModel: boolean;
}

/** Who reads the memories. The basic reader always paints first. */
export function ModelForm({ model, onSave, chromeHasModel }: ModelFormProps) {
  const [typed, setTyped] = useState(model);
  const { said, run, clear } = useSaid();
  const change = (patch: Partial<ModelSettings>) => {
    clear();
    setTyped({ ...typed, ...patch });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void run('Saving…', onSave(typed), () => 'Saved.');
  };
  return (
    <form className="card" aria-labelledby="model-title" noValidate onSubmit={save}>
      <h2 id="model-title">Model</h2>
      <p className="quiet">
        A model only reads; points are always given by the published rubric. The basic reader paints
        first, the model’s brief replaces it.
      </p>
      <fieldset className="choices">
        <legend className="visually-hidden">Which model reads the memories</legend>
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
              {choiceWords[choice].name}
              <span className="quiet">
                {choiceWords[choice].about}
                {choice === 'chrome' && !chromeHasModel && ' This browser has none.'}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {typed.use === 'groq' && (
        <>
          <Field
            label="Groq key"
            type="password"
            value={typed.groqApiKey}
            onChange={(groqApiKey) => change({ groqApiKey })}
            testId="groq-key"
          />
          <Field
            label="Groq model"
            value={typed.groqModel}
            onChange={(groqModel) => change({ groqModel })}
            testId="groq-model"
          />
        </>
      )}
      {typed.use === 'openai_compatible' && (
        <>
          <Field
            label="Address"
            type="url"
            placeholder="https://models.example.com/v1"
            value={typed.openaiBaseUrl}
            onChange={(openaiBaseUrl) => change({ openaiBaseUrl })}
            testId="openai-url"
          />
          <Field
            label="Key"
            type="password"
            value={typed.openaiApiKey}
            onChange={(openaiApiKey) => change({ openaiApiKey })}
            testId="openai-key"
          />
          <Field
            label="Model"
            value={typed.openaiModel}
            onChange={(openaiModel) => change({ openaiModel })}
            testId="openai-model"
          />
        </>
      )}
      <p className="buttons">
        <button type="submit" className="primary" data-testid="model-save">
          Save
        </button>
        <SaidLine said={said} testId="model-said" />
      </p>
    </form>
  );
}
