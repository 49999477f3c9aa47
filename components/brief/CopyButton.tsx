import { useEffect, useState } from 'react';
import { t } from '../../lib/i18n';
import { useBriefActions } from './Actions';

/** How long the button says what became of it, in milliseconds. */
const saidFor = 2000;

/** Copies a text; nothing where the page has no clipboard to give. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const actions = useBriefActions();
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!actions) return null;
  return (
    <button
      type="button"
      className="link copy"
      data-testid="copy"
      onClick={() => void actions.onCopy(text).then(setCopied)}
    >
      <span role="status">{t(copied === null ? 'copy' : copied ? 'copied' : 'not_copied')}</span>
      <span className="visually-hidden"> {what}</span>
    </button>
  );
}
