import { useEffect, useState } from 'react';

/** How long a button says what became of it, in milliseconds. */
const saidFor = 2000;

/**
 * @param onCopy says whether the clipboard took a text
 * @returns how to copy, and the name of what the button says meanwhile: `idle`, then for a moment what
 * became of it.
 */
export function useCopied<Idle extends string>(
  onCopy: (text: string) => Promise<boolean>,
  idle: Idle,
): { copy: (text: string) => void; said: Idle | 'copied' | 'not_copied' } {
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copy: (text) => void onCopy(text).then(setCopied),
    said: copied === null ? idle : copied ? 'copied' : 'not_copied',
  };
}
