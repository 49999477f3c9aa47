import { useId } from 'react';
import { locale, t } from '../../lib/i18n';
import { type LanguageChoice, languageChoices } from '../../prompts/language';

interface LanguageFieldProps {
  value: LanguageChoice;
  onChange: (language: LanguageChoice) => void;
}

/** What briefs, the week and mails are written in. */
export function LanguageField({ value, onChange }: LanguageFieldProps) {
  const id = useId();
  const names = new Intl.DisplayNames(locale(), { type: 'language' });
  return (
    <div className="field">
      <label htmlFor={id}>{t('model_language')}</label>
      <select
        id={id}
        value={value}
        data-testid="model-language"
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value as LanguageChoice)}
      >
        {languageChoices.map((language) => (
          <option key={language} value={language}>
            {language === 'auto' ? t('model_language_auto') : names.of(language)}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="quiet">
        {t('model_language_about')}
      </p>
    </div>
  );
}
