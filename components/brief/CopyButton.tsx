import { t } from '../../lib/i18n';
import { useCopied } from '../common/useCopied';
import { useBriefActions } from './Actions';

/** Copies a text; nothing where the page has no clipboard to give. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const actions = useBriefActions();
  const { copy, said } = useCopied(
    async (words) => (await actions?.onCopy(words)) ?? false,
    'copy',
  );
  if (!actions) return null;
  return (
    <button type="button" className="link copy" data-testid="copy" onClick={() => copy(text)}>
      <span role="status">{t(said)}</span>
      <span className="visually-hidden"> {what}</span>
    </button>
  );
}
