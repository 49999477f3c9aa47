import { useState } from 'react';
import { t } from '../../lib/i18n';
import { samePerson } from '../../lib/identity/key';
import type { PersonChange } from '../../lib/identity/people';
import type { Prospect } from '../../lib/identity/prospect';
import type { Answer, WhoIs } from '../../lib/messages';
import { KnownList } from '../common/KnownList';
import { Phrase } from '../common/Phrase';

export interface WhoProps {
  /** As the page names them. */
  named: Prospect;
  /** The page that the name stands on; null where the rep picked the person. */
  pageId: string | null;
  who: WhoIs;
  onChange: (change: PersonChange) => Promise<Answer<{ person: Prospect }>>;
}

/**
 * Which of several people of one name this is: asked where only the rep can know, answered in one
 * click, and remembered for everybody who uses the memory.
 */
export default function WhichPerson({ named, pageId, who, onChange }: WhoProps) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [answered, setAnswered] = useState(false);
  const vague = !named.email;
  const others = who.namesakes.filter(({ prospect }) => !samePerson(prospect, named));
  const change = async (wanted: PersonChange) => {
    setBusy(true);
    setAnswered(true);
    const answer = await onChange(wanted);
    setBusy(false);
    setProblem(answer.ok ? null : answer.message);
    if (answer.ok) setAsking(false);
  };
  const means = (person: Prospect | null) => void change({ kind: 'means', named, pageId, person });

  if (who.decided && !asking) {
    if (samePerson(who.person, named) || !vague) return null;
    return (
      <p className="quiet" data-testid="which-person-decided">
        <Phrase
          of="which_taken_for"
          with={[
            <bdi key="person">
              {[who.person.email, who.person.company].find(Boolean) ?? who.person.name}
            </bdi>,
          ]}
        />{' '}
        <button
          type="button"
          className="link"
          // biome-ignore lint/a11y/noAutofocus: the choice that had the focus has just gone
          autoFocus={answered}
          onClick={() => setAsking(true)}
        >
          {t('which_change')}
        </button>
      </p>
    );
  }
  // A bare name that the rep looked up is a record of its own: joining it is said elsewhere.
  if (others.length === 0 || (vague && !named.company && pageId === null)) return null;
  return (
    <section
      className="which-person"
      aria-labelledby="which-person-title"
      data-testid="which-person"
      aria-busy={busy}
    >
      <h2 id="which-person-title">
        <Phrase
          of={vague ? 'which_title' : 'which_title_known'}
          with={[<bdi key="name">{named.name}</bdi>]}
        />
      </h2>
      <p className="quiet">{t(vague ? 'which_text' : 'which_text_known')}</p>
      <KnownList
        prospects={others}
        onPick={({ prospect }) =>
          vague ? means(prospect) : void change({ kind: 'merge', from: named, into: prospect })
        }
      />
      <p className="buttons">
        <button
          type="button"
          className="link"
          data-testid="which-nobody"
          onClick={() => means(null)}
        >
          {t('which_nobody')}
        </button>
      </p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
