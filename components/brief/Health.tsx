import type { ReactNode } from 'react';
import type { Brief, Momentum } from '../../lib/brief/types';
import { t, tn } from '../../lib/i18n';
import { Disclosure } from '../common/Disclosure';
import { bandName, momentumName, signedPoints } from '../common/words';
import { Course } from './Course';

const arrows: Record<Momentum, string> = { improving: '↗', steady: '→', declining: '↘' };

/** Arrow, words and figure stay on one line where the words themselves don't need two. */
const unbroken = '\u00A0';

/** Interactions up to which a score says so little that the panel says so. */
const little = 2;

/** Score, label, momentum and confidence; `children` is the sum behind them, opened when asked for. */
export function Health({ brief, children }: { brief: Brief; children?: ReactNode }) {
  const { score, label, momentum, momentumPoints, confidence, interactions } = brief;
  const sure = t(`confidence_${lower(confidence)}`);
  return (
    <section className="health" data-band={label} aria-label={t('health_label')}>
      <div className="health-top">
        <p className="score">
          <span data-testid="score">{score}</span>
          <span className="visually-hidden"> {t('health_of_100')} </span>
        </p>
        <div className="health-words">
          <p className="health-label" data-testid="label">
            {bandName(label)}
          </p>
          <p className={`momentum ${momentum}`} data-testid="momentum" data-momentum={momentum}>
            <span aria-hidden="true">{arrows[momentum]}</span>
            {unbroken}
            {momentumName(momentum)}
            {momentumPoints !== 0 && (
              <>
                {unbroken}
                <bdi className="quiet">{signedPoints(momentumPoints)}</bdi>
              </>
            )}
          </p>
        </div>
        <Course course={brief.course} />
      </div>
      <div className="gauge" aria-hidden="true">
        <span style={{ inlineSize: `${score}%` }} />
      </div>
      <div className="health-foot">
        <Disclosure label={<bdi>{t('health_why', score)}</bdi>} testId="ledger-toggle">
          {children}
        </Disclosure>
        <p className="quiet confidence" data-testid="confidence" data-confidence={confidence}>
          <bdi>
            {interactions.count <= little
              ? t('health_little', sure, tn('interactions', interactions.count))
              : sure}
          </bdi>
        </p>
      </div>
    </section>
  );
}

const lower = <T extends string>(text: T) => text.toLowerCase() as Lowercase<T>;
