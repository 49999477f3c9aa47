import { type FormEvent, useId, useMemo } from 'react';
import type { Passage, Reply } from '../../lib/ask/types';
import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import type { Answer } from '../../lib/messages';
import { ClaimText } from '../brief/ClaimText';
import { MemoriesContext } from '../brief/Memories';
import { Ago } from '../common/Ago';
import { Phrase } from '../common/Phrase';
import { piecesOf } from './pieces';

/** What the view for questions is drawn from. */
export interface AskProps {
  /** Whom the panel is about; a question can be narrowed to them. */
  about: Prospect | null;
  question: string;
  onQuestion: (question: string) => void;
  /** Only about `about`, and not about all deals. */
  narrowed: boolean;
  onNarrow: (narrowed: boolean) => void;
  /** What came back; null before anything was asked. */
  answer: Answer<{ reply: Reply }> | null;
  /** What is being waited for, if anything: memory, or the model that words the answer. */
  waiting: 'memory' | 'model' | null;
  onAsk: (question: string) => void;
  /** Opens a brief. */
  onOpen: (prospect: Prospect) => void;
}

/** Questions to memory, answered in sentences with their sources, or by the passages themselves. */
export default function Ask(props: AskProps) {
  const { about, question, onQuestion, narrowed, onNarrow, answer, waiting, onAsk } = props;
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (question.trim() !== '') onAsk(question.trim());
  };
  return (
    <section className="ask" data-testid="ask">
      <h1>{t('ask_title')}</h1>
      <form onSubmit={submit}>
        <label htmlFor={id} className="visually-hidden">
          {t('ask_question')}
        </label>
        <div className="ask-line">
          <input
            id={id}
            type="search"
            dir="auto"
            maxLength={500}
            placeholder={t('ask_placeholder')}
            data-testid="ask-question"
            value={question}
            onChange={(event) => onQuestion(event.target.value)}
          />
          <button type="submit" className="primary" data-testid="ask-send">
            {t('ask_send')}
          </button>
        </div>
        {about && (
          <label className="switch">
            <input
              type="checkbox"
              checked={narrowed}
              data-testid="ask-narrow"
              onChange={(event) => onNarrow(event.target.checked)}
            />
            <span>
              <Phrase of="ask_only_about" with={[<bdi key="name">{about.name}</bdi>]} />
            </span>
          </label>
        )}
      </form>
      {!answer && !waiting && <Examples {...props} />}
      <p className="quiet" role="status" data-testid="ask-status">
        {waiting === 'memory' && t('ask_searching')}
        {waiting === 'model' && t('ask_wording')}
        {!waiting && answer?.ok && said(answer.reply)}
      </p>
      {answer && !answer.ok && (
        <p className="problem" role="alert" data-testid="ask-problem">
          {answer.message}
        </p>
      )}
      {answer?.ok && <ReplyView reply={answer.reply} onOpen={props.onOpen} />}
    </section>
  );
}

/** What a screen reader is told once the reply is there. */
function said({ found, sentences, passages }: Reply): string {
  if (!found) return t('ask_not_in_memory');
  return sentences.length > 0 ? t('ask_answered') : t('ask_passages', passages.length);
}

function Examples({ about, onQuestion, onAsk }: AskProps) {
  const examples = [
    t('ask_example_legal'),
    t('ask_example_sso'),
    ...(about ? [t('ask_example_person', about.name)] : []),
  ];
  return (
    <div className="ask-examples">
      <p className="quiet">{t('ask_intro')}</p>
      {examples.map((example) => (
        <button
          key={example}
          type="button"
          className="ask-example"
          onClick={() => {
            onQuestion(example);
            onAsk(example);
          }}
        >
          {example}
        </button>
      ))}
    </div>
  );
}

function ReplyView({ reply, onOpen }: { reply: Reply; onOpen: AskProps['onOpen'] }) {
  const memories = useMemo(
    () => new Map(reply.memories.map((memory) => [memory.id, memory])),
    [reply.memories],
  );
  const { sentences, passages, found, people, dropped, notes, reader } = reply;
  return (
    <MemoriesContext value={memories}>
      <article data-testid="reply" data-reader={reader} data-found={found} key={reply.question}>
        {people.length > 0 && (
          <p className="quiet">
            {t('ask_about', people.map((one) => labelOf(one, people)).join(', '))}
          </p>
        )}
        {!found && <p className="quiet">{t('ask_not_found_text')}</p>}
        {sentences.length > 0 && (
          <ul className="ask-sentences" data-testid="ask-sentences">
            {sentences.map((claim) => (
              <li key={claim.text}>
                <ClaimText claim={claim} />
              </li>
            ))}
          </ul>
        )}
        {passages.length > 0 && (
          <>
            {sentences.length > 0 && <h2>{t('ask_more')}</h2>}
            {!found && <h2>{t('ask_nearest')}</h2>}
            <ol className="ask-passages">
              {passages.map((passage) => (
                <PassageView key={passage.memory.id} passage={passage} onOpen={onOpen} />
              ))}
            </ol>
          </>
        )}
        {dropped.count > 0 && (
          <p className="quiet" data-testid="ask-dropped">
            {t('ask_dropped', dropped.count)}
          </p>
        )}
        {notes.map((note) => (
          <p key={note} className="quiet">
            {note}
          </p>
        ))}
      </article>
    </MemoriesContext>
  );
}

/** A name, with the company where somebody else of that name is meant, too. */
function labelOf({ name, company }: Prospect, people: readonly Prospect[]): string {
  const alone = people.filter((one) => one.name === name).length === 1;
  return company && !alone ? `${name} (${company})` : name;
}

function PassageView({ passage, onOpen }: { passage: Passage; onOpen: AskProps['onOpen'] }) {
  const { memory, shown } = passage;
  const { prospect: name, email, company } = memory;
  const prospect = { name, ...(email ? { email } : {}), ...(company ? { company } : {}) };
  return (
    <li data-testid="ask-passage">
      <p className="ask-who">
        <button type="button" className="link" onClick={() => onOpen(prospect)}>
          <bdi>{name}</bdi>
        </button>
        {company && (
          <>
            {' · '}
            <bdi>{company}</bdi>
          </>
        )}
        {' · '}
        <Ago at={memory.at} />
        {memory.pending && ` · ${t('source_pending')}`}
      </p>
      <blockquote dir="auto">
        {shown.start > 0 && '…'}
        {piecesOf(passage).map(({ text, marked, start }) =>
          marked ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
        )}
        {shown.end < memory.summary.length && '…'}
      </blockquote>
    </li>
  );
}
