import { type ReactNode, useId, useState } from 'react';
import { t } from '../../lib/i18n';

interface SectionProps<T> {
  title: string;
  items: readonly T[];
  /** The item's own stable name within the section. */
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
  testId?: string;
  className?: string;
  /** How many are shown before the rep asks for the others. */
  first?: number;
}

/** A heading and its list; nothing at all where the list is empty. */
export function Section<T>({
  title,
  items,
  keyOf,
  children,
  testId,
  className = '',
  first = 4,
}: SectionProps<T>) {
  const [all, setAll] = useState(false);
  const id = useId();
  if (items.length === 0) return null;
  // One hidden item costs a click and saves no more than a line.
  const shown = all || items.length <= first + 1 ? items : items.slice(0, first);
  const hidden = items.length - shown.length;
  return (
    <section className={`section ${className}`} aria-labelledby={id} data-testid={testId}>
      <h2 id={id}>{title}</h2>
      <ul className="claims">
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('more', hidden)}
        </button>
      )}
    </section>
  );
}
