/** Stands in for a brief only while there is nothing at all to show. */
export function Skeleton() {
  return (
    <div className="skeleton" data-testid="skeleton" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
