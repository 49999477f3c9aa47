import type { Digest } from '../../lib/digest/types';
import { locale, t, tn } from '../../lib/i18n';

const number = (count: number) => count.toLocaleString(locale());

/** What comparing took, and what code mended of a model's answer. */
export function Statement({ digest }: { digest: Digest }) {
  const { entries, reader, cost, mended, notes } = digest;
  const deals = tn('week_deals', entries.length);
  const wrongs = [
    ['missing', mended?.missing],
    ['doubled', mended?.doubled],
    ['invented', mended?.invented],
    ['unreadable', mended?.unreadable],
    ['moved', mended?.moved],
    ['reworded', mended?.reworded],
    ['by_rules', cost?.byRules],
  ] as const;
  const told = wrongs
    .filter(([, count]) => (count ?? 0) > 0)
    .map(([what, count]) => t(`week_mended_${what}`, number(count ?? 0)));
  return (
    <footer className="footnotes quiet" data-testid="week-statement">
      <p>{reader === 'basic' || !cost ? t('week_by_rules', deals) : tookWords(deals, cost)}</p>
      {cost && told.length > 0 && <p>{t('week_mended', told.join('; '))}</p>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p>{t('week_kept')}</p>
    </footer>
  );
}

function tookWords(deals: string, cost: NonNullable<Digest['cost']>): string {
  const { model, calls, promptTokens, completionTokens, ms } = cost;
  const seconds = (ms / 1000).toLocaleString(locale(), { maximumFractionDigits: 1 });
  const tokens =
    promptTokens === null
      ? t('week_tokens_untold')
      : t('week_tokens', number(promptTokens + (completionTokens ?? 0)));
  return t('week_by_model', deals, model, tn('week_requests', calls), tokens, seconds);
}
