import { useId, useState } from 'react';
import { mailtoOf } from '../../lib/follow-up/mail';
import { type Tone, tones } from '../../lib/follow-up/tone';
import type { FollowUp as Draft } from '../../lib/follow-up/types';
import { t } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import { useCopied } from '../common/useCopied';

export interface FollowUpProps {
  /** The draft, or why there is none; null before one was asked for. */
  answer: Answer<{ draft: Draft }> | null;
  /** A draft, or the model's, is on its way. */
  waiting: boolean;
  /** What the model has to say about itself, where it gave none. */
  note: string | null;
  onDraft: () => void;
  onTone: (tone: Tone) => void;
  onCopy: (text: string) => Promise<boolean>;
}

/** A mail after a call: drafted on demand, changed by the rep, sent by nobody but the rep. */
export default function FollowUp({
  answer,
  waiting,
  note,
  onDraft,
  onTone,
  onCopy,
}: FollowUpProps) {
  if (!answer) {
    return (
      <button
        type="button"
        className="link"
        data-testid="follow-up"
        disabled={waiting}
        onClick={onDraft}
      >
        {waiting ? t('follow_up_drafting') : t('follow_up_draft')}
      </button>
    );
  }
  if (!answer.ok) {
    return (
      <p className="problem" role="alert">
        {answer.message}
      </p>
    );
  }
  const { draft } = answer;
  return (
    <section className="follow-up" aria-label={t('follow_up_title')}>
      <p className="quiet" role="status" data-testid="follow-up-status">
        {waiting ? t('follow_up_wording') : (note ?? t('follow_up_ready'))}
      </p>
      <label className="follow-up-tone">
        {t('follow_up_tone')}{' '}
        <select
          value={draft.tone}
          data-testid="follow-up-tone"
          onChange={(event) => onTone(event.target.value as Tone)}
        >
          {tones.map((tone) => (
            <option key={tone} value={tone}>
              {t(`tone_${tone}`)}
            </option>
          ))}
        </select>
      </label>
      {/* Anew for each draft: what the rep changed in one isn't carried into another. */}
      <Mail key={draft.text} draft={draft} onCopy={onCopy} />
      {draft.dropped > 0 && (
        <p className="quiet" data-testid="follow-up-dropped">
          {t('ask_dropped', draft.dropped)}
        </p>
      )}
    </section>
  );
}

function Mail({ draft, onCopy }: { draft: Draft; onCopy: FollowUpProps['onCopy'] }) {
  const [subject, setSubject] = useState(draft.subject);
  const [text, setText] = useState(draft.text);
  const { copy, said } = useCopied(onCopy, 'copy');
  const id = useId();
  const link = mailtoOf(draft, subject, text);
  return (
    <>
      <label htmlFor={`${id}-subject`}>{t('follow_up_subject')}</label>
      <input
        id={`${id}-subject`}
        type="text"
        dir="auto"
        data-testid="follow-up-subject"
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
      />
      <label htmlFor={`${id}-text`}>{t('follow_up_text')}</label>
      <textarea
        id={`${id}-text`}
        dir="auto"
        rows={12}
        data-testid="follow-up-text"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="follow-up-actions">
        <button
          type="button"
          data-testid="follow-up-copy"
          onClick={() => copy(`${subject}\n\n${text}`)}
        >
          <span role="status">{t(said)}</span>
        </button>
        {link ? (
          <a
            className="button"
            href={link}
            target="_blank"
            rel="noreferrer"
            data-testid="follow-up-mail"
          >
            {t('follow_up_mail')}
          </a>
        ) : (
          <span className="quiet">{t('follow_up_too_long')}</span>
        )}
      </div>
    </>
  );
}
