import type { Brief, Momentum } from '../../lib/brief/types';
import { Disclosure } from '../common/Disclosure';
import { counted } from '../common/words';
import { Course } from './Course';
import { Ledger } from './Ledger';

const momentumWords: Record<Momentum, { arrow: string; word: string }> = {
  improving: { arrow: '↗', word: 'Improving' },
  steady: { arrow: '→', word: 'Steady' },
  declining: { arrow: '↘', word: 'Declining' },
};

/** Interactions up to which a score says so little that the panel says so. */
const little = 2;

/** Score, label, momentum, confidence and the sum behind them. */
export function Health({ brief }: { brief: Brief }) {
  const { score, label, momentum, momentumPoints, confidence, interactions } = brief;
  const { arrow, word } = momentumWords[momentum];
  return (
    <section className="health" data-band={label} aria-label="Deal health">
      <div className="health-top">
        <p className="score">
          <span data-testid="score">{score}</span>
          <span className="visually-hidden"> of 100, </span>
        </p>
        <div className="health-words">
          <p className="health-label" data-testid="label">
            {label}
          </p>
          <p className={`momentum ${momentum}`} data-testid="momentum" data-momentum={momentum}>
            <span aria-hidden="true">{arrow}</span> {word}
            <span className="quiet">{pointsWords(momentumPoints)}</span>
          </p>
        </div>
        <Course course={brief.course} />
      </div>
      <div className="gauge" aria-hidden="true">
        <span style={{ inlineSize: `${score}%` }} />
      </div>
      <div className="health-foot">
        <Disclosure label={`Why ${score}?`} testId="ledger-toggle">
          <Ledger entries={brief.ledger} score={score} />
        </Disclosure>
        <p className="quiet confidence" data-testid="confidence" data-confidence={confidence}>
          {confidence} confidence
          {interactions.count <= little &&
            `: rests on little, ${counted(interactions.count, 'interaction')}`}
        </p>
      </div>
    </section>
  );
}

function pointsWords(points: number): string {
  if (points === 0) return '';
  return points < 0 ? ` −${-points}` : ` +${points}`;
}
