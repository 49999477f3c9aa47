import { type FormEvent, useState } from 'react';
import { t } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import type { Settings } from '../../lib/settings';
import { Field } from './Field';
import { SaidLine } from './SaidLine';
import { useSaid } from './useSaid';

type You = Pick<Settings, 'rep' | 'ownAddresses' | 'ownDomains'>;

interface YouFormProps {
  you: You;
  onSave: (you: You) => Promise<Answer<object>>;
}

/** @returns the entries of a field with one on each line, commas allowed too. */
function entriesOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
}

/** @returns a domain as people may write it ("@acme.com", "https://acme.com/") as the bare name. */
function bareDomain(entry: string): string {
  return entry.replace(/^(https?:\/\/|.*@)/, '').replace(/\/.*$/, '');
}

/** Who the rep is, so that they and their colleagues are never taken for prospects. */
export function YouForm({ you, onSave }: YouFormProps) {
  const [rep, setRep] = useState(you.rep);
  const [addresses, setAddresses] = useState(you.ownAddresses.join('\n'));
  const [domains, setDomains] = useState(you.ownDomains.join('\n'));
  const { said, run, clear } = useSaid();
  const typing = (set: (text: string) => void) => (text: string) => {
    clear();
    set(text);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const next = {
      rep: rep.trim(),
      ownAddresses: entriesOf(addresses),
      ownDomains: entriesOf(domains).map(bareDomain),
    };
    void run(t('saving'), onSave(next), () => t('saved'));
  };
  return (
    <form className="card" aria-labelledby="you-title" onSubmit={save}>
      <h2 id="you-title">{t('you_title')}</h2>
      <Field
        label={t('you_name')}
        hint={t('you_name_hint')}
        value={rep}
        onChange={typing(setRep)}
        testId="rep-name"
      />
      <Field
        label={t('you_addresses')}
        lines
        value={addresses}
        onChange={typing(setAddresses)}
        testId="own-addresses"
      />
      <Field
        label={t('you_domains')}
        hint={t('you_domains_hint')}
        lines
        placeholder="acme.com"
        value={domains}
        onChange={typing(setDomains)}
        testId="own-domains"
      />
      <p className="buttons">
        <button type="submit" className="primary" data-testid="you-save">
          {t('save')}
        </button>
        <SaidLine said={said} testId="you-said" />
      </p>
    </form>
  );
}
