import type { Brief } from '../../lib/brief/types';
import { locale, type MessageKey, t, tn } from '../../lib/i18n';
import { Disclosure } from '../common/Disclosure';

/** What the score is, who read the memories, what that took, and what was left out. */
export function Footnotes({ brief }: { brief: Brief }) {
  const { dropped, notes, reader, cost } = brief;
  const reasons = Object.entries(dropped.reasons).filter(([, count]) => count > 0);
  const why = reasons
    .map(([reason, count]) => {
      const words = t(`drop_${reason}` as MessageKey);
      return reasons.length > 1 ? `${words} (${count})` : words;
    })
    .join(', ');
  return (
    <footer className="footnotes quiet">
      <p data-testid="score-meaning">
        <bdi>{t('score_meaning')}</bdi>
      </p>
      <p>
        <bdi>{t(`reader_${reader}`)}</bdi>
      </p>
      {notes.map((note) => (
        <p key={note}>
          <bdi>{note}</bdi>
        </p>
      ))}
      {dropped.count > 0 && (
        <p data-testid="dropped">{t('brief_dropped', tn('claims', dropped.count), why)}</p>
      )}
      {cost && (
        <Disclosure label={t('cost_title')} testId="cost-toggle">
          <ul className="cost" data-testid="cost">
            {(cost.calls ?? [cost]).map((call, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: calls never move, and two may be alike
              <li key={index}>{callWords(call)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </footer>
  );
}

function callWords({ model, ms, promptTokens, completionTokens }: NonNullable<Brief['cost']>) {
  const number = (value: number) => value.toLocaleString(locale());
  const seconds = (ms / 1000).toLocaleString(locale(), { maximumFractionDigits: 1 });
  if (promptTokens === null || completionTokens === null) {
    return t('cost_time', model, seconds);
  }
  return t('cost_call', model, seconds, number(promptTokens), number(completionTokens));
}
