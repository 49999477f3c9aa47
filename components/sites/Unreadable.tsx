import { type FormEvent, useState } from 'react';
import type { UnreadPage } from '../../lib/detect/health';
import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';

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
export function Unreadable({ problem, onCopy, onName }: UnreadableProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [copied, setCopied] = useState<boolean | null>(null);
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
        <label>
          {t('unread_name')}
          <input
            type="text"
            required
            maxLength={200}
            autoComplete="off"
            data-testid="unread-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label>
          {t('unread_email')}
          <input
            type="email"
            maxLength={320}
            autoComplete="off"
            data-testid="unread-email"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <p className="buttons">
          <button type="submit" data-testid="unread-show">
            {t('unread_show')}
          </button>
          <button
            type="button"
            data-testid="unread-copy"
            onClick={() => void onCopy(reportOf(problem)).then(setCopied)}
          >
            <span role="status">
              {t(copied === null ? 'unread_copy' : copied ? 'copied' : 'not_copied')}
            </span>
          </button>
        </p>
      </form>
    </section>
  );
}
