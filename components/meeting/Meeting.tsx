import { useMemo } from 'react';
import type { MeetingBrief, MeetingPerson } from '../../lib/brief/meeting';
import type { Detection } from '../../lib/detect/detection';
import { locale, t, tn } from '../../lib/i18n';
import { prospectKey } from '../../lib/identity/key';
import type { Prospect } from '../../lib/identity/prospect';
import type { MeetingBriefAnswer } from '../../lib/messages';
import { ClaimText } from '../brief/ClaimText';
import { CopyButton } from '../brief/CopyButton';
import { MemoriesContext } from '../brief/Memories';
import { MemoryProblem } from '../brief/MemoryProblem';
import { Section } from '../brief/Section';
import { exactWords, meetingWords } from '../common/dates';
import { useNow } from '../common/Now';
import { bandName, momentumName } from '../common/words';

/** The brief of a meeting, or why there is none; null while memory is read. */
export type MeetingAnswer = MeetingBriefAnswer | null;

interface MeetingProps {
  detection: Detection | null;
  answer: MeetingAnswer;
  onChoose: (prospect: Prospect) => void;
  onRetry: () => void;
  onOpenOptions: () => void;
}

const listOf = (names: string[]) =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);

/** One brief for a meeting with several prospects: first what they differ in, then each of them. */
export default function Meeting({ detection, answer, onChoose, ...onProblem }: MeetingProps) {
  return (
    <article className="meeting" data-testid="meeting-brief" aria-label={t('meeting_label')}>
      <Title detection={detection} />
      {answer === null && <Reading />}
      {answer?.ok === false && <MemoryProblem failure={answer} below={null} {...onProblem} />}
      {answer?.ok && <Body {...answer} onChoose={onChoose} />}
    </article>
  );
}

function Reading() {
  return (
    <>
      <p className="quiet">{t('meeting_reading')}</p>
      <div className="skeleton" aria-hidden="true">
        <span />
        <span />
      </div>
    </>
  );
}

function Title({ detection }: Pick<MeetingProps, 'detection'>) {
  const now = useNow();
  const { title, startsAt, endsAt } = detection ?? {};
  return (
    <header className="who">
      <h1 dir="auto" data-testid="meeting-title">
        {title || t('meeting_untitled')}
      </h1>
      {startsAt && (
        <p className="who-meeting">
          <time dir="auto" dateTime={startsAt} title={exactWords(startsAt)}>
            {meetingWords(startsAt, endsAt ?? null, now)}
          </time>
        </p>
      )}
    </header>
  );
}

function Body({
  meeting,
  missing,
  onChoose,
}: { meeting: MeetingBrief; missing: number } & Pick<MeetingProps, 'onChoose'>) {
  const { people, disagreements, shared, told, action } = meeting;
  const memories = useMemo(
    () => new Map(meeting.memories.map((memory) => [memory.id, memory])),
    [meeting.memories],
  );
  return (
    <MemoriesContext value={memories}>
      {missing > 0 && <p data-testid="meeting-missing">{tn('meeting_missing', missing)}</p>}
      <section className="action" aria-labelledby="meeting-action">
        <div className="part-head">
          <h2 id="meeting-action">{t('brief_do_this')}</h2>
          <CopyButton text={action.text} what={t('brief_action_what')} />
        </div>
        <div data-testid="meeting-action">
          <ClaimText claim={action} />
        </div>
      </section>
      <Section
        title={t('meeting_shared')}
        items={shared}
        keyOf={({ about }) => about}
        testId="meeting-shared"
      >
        {({ about, names }) => (
          <>
            <strong className="topic">{about}</strong> <bdi className="quiet">{listOf(names)}</bdi>
          </>
        )}
      </Section>
      <Section
        title={t('meeting_disagree')}
        items={disagreements}
        keyOf={({ about }) => about}
        testId="disagreements"
      >
        {({ about, sides }) => (
          <>
            <strong className="topic">{about}</strong>
            <ul className="sides">
              {sides.map(({ name, side, claim }) => (
                <li key={name}>
                  <bdi>{name}</bdi> <span className={`tag ${side}`}>{t(`meeting_${side}`)}</span>{' '}
                  <ClaimText claim={claim} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      <section className="section" aria-labelledby="meeting-cares" data-testid="meeting-people">
        <h2 id="meeting-cares">{t('meeting_cares')}</h2>
        <ul className="claims">
          {people.map((person) => (
            <li key={prospectKey(person.prospect)} data-testid="meeting-person">
              <Person person={person} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      </section>
      <Section
        title={t('meeting_told')}
        items={told}
        keyOf={({ item, to }) => `${item.text}|${to.join()}`}
        testId="meeting-told"
      >
        {({ item, to, notTo }) => (
          <>
            <span className="tag">{t(`covered_${item.how}`)}</span>{' '}
            <ClaimText
              claim={item}
              detail={
                <bdi className="quiet">{t('meeting_told_to', listOf(to), listOf(notTo))}</bdi>
              }
            />
          </>
        )}
      </Section>
    </MemoriesContext>
  );
}

/** Matters of one person that are told in the meeting's brief; their own brief has them all. */
const mostStances = 3;

function Person({ person, onChoose }: { person: MeetingPerson } & Pick<MeetingProps, 'onChoose'>) {
  const { prospect, isNew, score, label, momentum, stances } = person;
  return (
    <>
      <button
        type="button"
        className="link"
        title={prospect.email ?? prospect.company}
        onClick={() => onChoose(prospect)}
      >
        <bdi>{prospect.name}</bdi>
      </button>{' '}
      {isNew ? (
        <span className="tag">{t('meeting_new')}</span>
      ) : (
        <bdi className="quiet">
          {score} · {bandName(label)} · {momentumName(momentum)}
        </bdi>
      )}
      {isNew && <p className="quiet">{t('meeting_new_about')}</p>}
      {!isNew && stances.length === 0 && <p className="quiet">{t('meeting_nothing')}</p>}
      {stances.length > 0 && (
        <ul className="sides">
          {stances.slice(0, mostStances).map((stance) => (
            <li key={stance.about}>
              <span className={`tag topic ${stance.side}`}>{stance.about}</span>{' '}
              <ClaimText claim={stance.claim} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
