import { type FormEvent, useState } from 'react';
import type { UnreadPage } from '../../lib/detect/health';
import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import { useCopied } from '../common/useCopied';
import { Field } from '../options/Field';

export interface UnreadableProps {
  problem: UnreadPage;
  /** @returns whether the clipboard took it. */
  onCopy: (text: string) => Promise<boolean>;
  onName: (prospect: Prospect) => void;
}

/** What can be told about a page without telling anything that stands on it. */
export function reportOf({ site, address, missing }: UnreadPage): string {
  const parts = missing.length === 0 ? ['(none)'] : missing;
  return [
    'SalesMemory couldn’t read a page.',
    `Site: ${site}`,
    `Address: ${address}`,
    'Missing:',
    ...parts.map((selector) => `- ${selector}`),
  ].join('\n');
}

/** A page that should name somebody and doesn't: said, reported with a click, and got around. */
export default function Unreadable({ problem, onCopy, onName }: UnreadableProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const { copy, said } = useCopied(onCopy, 'unread_copy');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = name.trim();
    const address = email.trim().toLowerCase();
    if (named) onName({ name: named, ...(address ? { email: address } : {}) });
  };
  return (
    <section className="unreadable" data-testid="unreadable" aria-labelledby="unread-title">
      <h1 id="unread-title">{t('unread_title')}</h1>
      <p className="quiet">{t('unread_text')}</p>
      <form onSubmit={submit}>
        <Field
          label={t('unread_name')}
          value={name}
          onChange={setName}
          testId="unread-name"
          maxLength={200}
          required
        />
        <Field
          label={t('unread_email')}
          type="email"
          value={email}
          onChange={setEmail}
          testId="unread-email"
          maxLength={320}
        />
        <p className="buttons">
          <button type="submit" className="primary" data-testid="unread-show">
            {t('unread_show')}
          </button>
          <button type="button" data-testid="unread-copy" onClick={() => copy(reportOf(problem))}>
            <span role="status">{t(said)}</span>
          </button>
        </p>
        <p className="quiet">{t('unread_report')}</p>
      </form>
    </section>
  );
}
