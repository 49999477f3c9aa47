import type { Brief, Claim, CoveredItem, ObjectionItem, PromiseItem } from '../../lib/brief/types';
import { t } from '../../lib/i18n';
import { Ago } from '../common/Ago';
import { Phrase } from '../common/Phrase';
import { timesWords } from '../common/words';
import { ClaimText } from './ClaimText';
import { KeptButton } from './KeptButton';
import { Section } from './Section';

const claimKey = (claim: Claim) =>
  [claim.text, ...claim.evidence.map(({ memoryId }) => memoryId)].join('|');

/** What was pitched, sent, shown or answered already, so that nobody hears it twice. */
export function Covered({ items }: { items: readonly CoveredItem[] }) {
  return (
    <Section
      title={t('covered_title')}
      items={items}
      keyOf={(item) => `${item.how}|${claimKey(item)}`}
      testId="covered"
      className="covered"
    >
      {(item) => (
        <>
          <span className="tag">{t(`covered_${item.how}`)}</span>{' '}
          <ClaimText
            claim={item}
            detail={
              item.received && (
                <span className={`received ${item.received}`}>
                  {t(`received_${item.received}`)}
                </span>
              )
            }
          />
        </>
      )}
    </Section>
  );
}

function objectionDetail({ times, firstAt, open }: ObjectionItem) {
  if (!open) return <span className="tag">{t('objection_resolved')}</span>;
  if (times === 1) return null;
  return (
    <bdi className="times">
      <Phrase of="objection_times" with={[timesWords(times), <Ago key="at" at={firstAt} />]} />
    </bdi>
  );
}

function promiseDetail({ by, state, dueAt }: PromiseItem) {
  return (
    <>
      <span className={`tag ${state}`}>{t(`promise_${state}`)}</span>
      <bdi className="quiet">
        {dueAt && state !== 'kept' && (
          <>
            <Phrase of="promise_due" with={[<Ago key="at" at={dueAt} />]} />
            {', '}
          </>
        )}
        {t(by === 'us' ? 'promise_ours' : 'promise_theirs')}
      </bdi>
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
        title={t('section_objections')}
        items={objections}
        keyOf={(item) => `${item.topic}|${claimKey(item)}`}
        testId="objections"
      >
        {(item) => <ClaimText claim={item} detail={objectionDetail(item)} />}
      </Section>
      <Plain title={t('section_budget')} claims={sections.budget} testId="budget" />
      <Plain title={t('section_competitors')} claims={sections.competitors} testId="competitors" />
      <Plain title={t('section_decision')} claims={sections.decision} testId="decision" />
      <Plain title={t('section_tone')} claims={sections.tone} testId="tone" />
      <Plain title={t('section_shifts')} claims={sections.shifts} testId="shifts" />
      <Section
        title={t('section_promises')}
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
        title={t('section_warnings')}
        items={sections.warnings}
        keyOf={(item) => `${item.kind}|${claimKey(item)}`}
        testId="warnings"
        className="warnings"
      >
        {(item) => <ClaimText claim={item} />}
      </Section>
      <Plain title={t('section_changed')} claims={sections.changed} testId="changed" />
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
