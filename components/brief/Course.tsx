import type { Brief } from '../../lib/brief/types';
import { t } from '../../lib/i18n';

const width = 112;
const height = 36;
const inset = 4;
/** Steps that a screen reader reads out: of a long history every so many, up to the last. */
const mostSaid = 8;

/**
 * The score's course as a small line, one step per interaction, on a fixed scale of 0 to 100 so
 * that two prospects can be compared by eye. Nothing with fewer than two points.
 */
export function Course({ course }: { course: Brief['course'] }) {
  if (course.length < 2) return null;
  const points = course.map(({ score }, index) => ({
    x: inset + (index / (course.length - 1)) * (width - 2 * inset),
    y: height - inset - (score / 100) * (height - 2 * inset),
  }));
  const last = points.at(-1);
  const stride = Math.ceil((course.length - 1) / mostSaid);
  const said = course
    .filter((_, index) => (course.length - 1 - index) % stride === 0)
    .map(({ score }) => score)
    .join(', ');
  return (
    <svg
      className="course"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={t('course_label', said)}
    >
      <line className="course-middle" x1={0} x2={width} y1={height / 2} y2={height / 2} />
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last && <circle cx={last.x} cy={last.y} r={2.8} />}
    </svg>
  );
}
