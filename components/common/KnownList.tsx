import { t, tn } from '../../lib/i18n';
import type { KnownProspect } from '../../lib/messages';
import { Ago } from './Ago';
import { Dotted } from './Dotted';

interface KnownListProps {
  prospects: readonly KnownProspect[];
  onPick: (known: KnownProspect) => void;
}

/** Known prospects as buttons, each with what tells two of one name apart. */
export function KnownList({ prospects, onPick }: KnownListProps) {
  return (
    <ul className="known">
      {prospects.map((known) => (
        <li key={knownKey(known)}>
          <button type="button" data-testid="known-prospect" onClick={() => onPick(known)}>
            <Known known={known} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** @returns what tells a known prospect from all others. */
export const knownKey = ({ prospect: { name, email, company } }: KnownProspect): string =>
  `${email ?? ''}|${name}|${company ?? ''}`;

/** Name, how much is remembered, and what tells two of one name apart. */
export function Known({ known }: { known: KnownProspect }) {
  const { name, email, company } = known.prospect;
  return (
    <>
      <span className="known-name" dir="auto">
        {name}
      </span>
      <bdi className="quiet">
        {tn('interactions', known.count)}
        {known.lastAt && (
          <>
            , <Ago at={known.lastAt} />
          </>
        )}
      </bdi>
      <span className="known-where quiet">
        {company || email ? <Dotted parts={[company, email]} /> : t('picker_no_address')}
      </span>
    </>
  );
}
