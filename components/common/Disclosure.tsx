import { type ReactNode, useId, useState } from 'react';

interface DisclosureProps {
  label: ReactNode;
  children: ReactNode;
  className?: string;
  testId?: string;
}

/** A button that opens what belongs to it, in place. Closed content isn't in the document. */
export function Disclosure({ label, children, className = 'link', testId }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={`disclosure ${className}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-testid={testId}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && <div id={id}>{children}</div>}
    </>
  );
}
