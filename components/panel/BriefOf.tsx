import { lazy, Suspense } from 'react';
import { ActionsContext } from '../brief/Actions';
import { PeopleSwitch } from '../brief/PeopleSwitch';
import { About } from './About';
import { Empty } from './Empty';
import type { PanelProps } from './props';
import { Skeleton } from './Skeleton';
import { SomebodyElse } from './SomebodyElse';

// Loaded when somebody looks: the brief is what has to be there at once.
const Meeting = lazy(() => import('../meeting/Meeting'));
const Unreadable = lazy(() => import('../sites/Unreadable'));

/** The brief of whom the panel is about, or what to do where there is nobody. */
export function BriefOf(props: PanelProps) {
  const { current, ready, people, onChoose, meeting } = props;
  if (ready && meeting?.shown) {
    return (
      <>
        <PeopleSwitch people={people} current={null} onChoose={onChoose} everyone={meeting} />
        <ActionsContext value={props.actions}>
          <Suspense fallback={<Skeleton />}>
            <Meeting
              detection={props.detection}
              answer={meeting.answer}
              onChoose={onChoose}
              onRetry={props.onRetry}
              onOpenOptions={props.onOpenOptions}
            />
          </Suspense>
        </ActionsContext>
        <SomebodyElse {...props} />
      </>
    );
  }
  return (
    <>
      <PeopleSwitch people={people} current={current} onChoose={onChoose} everyone={meeting} />
      {!ready && (
        <>
          <h1 className="visually-hidden">SalesMemory</h1>
          <Skeleton />
        </>
      )}
      {ready && !current && props.unread && (
        <Suspense>
          <Unreadable problem={props.unread} onCopy={props.actions.onCopy} onName={onChoose} />
        </Suspense>
      )}
      {ready && !current && !props.unread && <Empty {...props} />}
      {ready && current && <About {...props} prospect={current} />}
    </>
  );
}
