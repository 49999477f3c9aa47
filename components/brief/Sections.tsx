import type { Brief, Claim, CoveredItem, ObjectionItem, PromiseItem } from '../../lib/brief/types';
import { Ago } from '../common/Ago';
import { timesWords } from '../common/words';
import { ClaimText } from './ClaimText';
import { KeptButton } from './KeptButton';
import { Section } from './Section';

const claimKey = (claim: Claim) =>
  [claim.text, ...claim.evidence.map(({ memoryId }) => memoryId)].join('|');

const howNames: Record<CoveredItem['how'], string> = {
  pitched: 'Pitched',
  sent: 'Sent',
  demoed: 'Demoed',
  answered: 'Answered',
};
const receivedNames = { well: 'went down well', badly: 'went down badly' } as const;

/** What was pitched, sent, shown or answered already, so that nobody hears it twice. */
export function Covered({ items }: { items: readonly CoveredItem[] }) {
  return (
    <Section
      title="Already covered: don’t repeat"
      items={items}
      keyOf={(item) => `${item.how}|${claimKey(item)}`}
      testId="covered"
      className="covered"
    >
      {(item) => (
        <>
          <span className="tag">{howNames[item.how]}</span>{' '}
          <ClaimText
            claim={item}
            detail={
              item.received && (
                <span className={`received ${item.received}`}>{receivedNames[item.received]}</span>
              )
            }
          />
        </>
      )}
    </Section>
  );
}

function objectionDetail({ times, firstAt, open }: ObjectionItem) {
  if (!open) return <span className="tag">Resolved</span>;
  if (times === 1) return null;
  return (
    <span className="times">
      came up {timesWords(times)}, first <Ago at={firstAt} />
    </span>
  );
}

const promiseStates: Record<PromiseItem['state'], string> = {
  open: 'Open',
  kept: 'Kept',
  overdue: 'Overdue',
};

function promiseDetail({ by, state, dueAt }: PromiseItem) {
  return (
    <>
      <span className={`tag ${state}`}>{promiseStates[state]}</span>
      <span className="quiet">
        {by === 'us' ? 'ours' : 'theirs'}
        {dueAt && state !== 'kept' && (
          <>
            , due <Ago at={dueAt} />
          </>
        )}
      </span>
    </>
  );
}

const promiseOrder: Record<PromiseItem['state'], number> = { overdue: 0, open: 1, kept: 2 };

/** Everything below "don't repeat": each part only where there is something to say. */
export function Sections({ sections }: { sections: Brief['sections'] }) {
  const objections = [...sections.objections].sort((a, b) => Number(b.open) - Number(a.open));
  const promises = [...sections.promises].sort(
    (a, b) => promiseOrder[a.state] - promiseOrder[b.state],
  );
  return (
    <>
      <Section
        title="Objections"
        items={objections}
        keyOf={(item) => `${item.topic}|${claimKey(item)}`}
        testId="objections"
      >
        {(item) => <ClaimText claim={item} detail={objectionDetail(item)} />}
      </Section>
      <Plain title="Budget" claims={sections.budget} testId="budget" />
      <Plain title="Competitors" claims={sections.competitors} testId="competitors" />
      <Plain title="Decision" claims={sections.decision} testId="decision" />
      <Plain title="Tone" claims={sections.tone} testId="tone" />
      <Plain title="Turning points" claims={sections.shifts} testId="shifts" />
      <Section
        title="Promises"
        items={promises}
        keyOf={(item) => `${item.by}|${claimKey(item)}`}
        testId="promises"
      >
        {(item) => (
          <>
            <ClaimText claim={item} detail={promiseDetail(item)} />
            {item.by === 'us' && item.state !== 'kept' && <KeptButton promise={item} />}
          </>
        )}
      </Section>
      <Section
        title="Warnings"
        items={sections.warnings}
        keyOf={(item) => `${item.kind}|${claimKey(item)}`}
        testId="warnings"
        className="warnings"
      >
        {(item) => <ClaimText claim={item} />}
      </Section>
      <Plain title="New since the last time" claims={sections.changed} testId="changed" />
    </>
  );
}

function Plain({ title, claims, testId }: { title: string; claims: Claim[]; testId: string }) {
  return (
    <Section title={title} items={claims} keyOf={claimKey} testId={testId}>
      {(claim) => <ClaimText claim={claim} />}
    </Section>
  );
}
