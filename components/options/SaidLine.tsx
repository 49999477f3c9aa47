import type { Said } from './useSaid';

/** What became of it, told to screen readers too. */
export function SaidLine({ said, testId }: { said: Said | null; testId?: string }) {
  return (
    <span
      role="status"
      className={`said ${said?.kind ?? ''}`}
      data-testid={testId}
      data-kind={said?.kind}
    >
      {said?.text}
    </span>
  );
}
