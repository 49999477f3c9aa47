import { lazy, Suspense } from 'react';
import { prospectKey } from '../lib/identity/key';
import { LogDrawer } from './log/LogDrawer';
import { QuickLog } from './log/QuickLog';
import { announcement } from './panel/announcement';
import { BriefOf } from './panel/BriefOf';
import type { PanelProps } from './panel/props';
import { UpNext } from './upnext/UpNext';
import { type View, Views } from './Views';

// Loaded when somebody looks: the brief is what has to be there at once.
const Week = lazy(() => import('./week/Week'));
const Ask = lazy(() => import('./ask/Ask'));
const Remember = lazy(() => import('./Remember'));

/** The side panel: what to know in the minute before a call. */
export function Panel(props: PanelProps) {
  const { people, current, meeting, quickLog, view, onView, week, ask, upNext } = props;
  const { remembering, ...onRemember } = props.remember;
  const person = current ? prospectKey(current) : undefined;
  const views: [View, ...View[]] = [{ name: 'brief', content: <BriefOf {...props} /> }];
  if (week) {
    const content = (
      <>
        <Week {...week} />
        {upNext && <UpNext {...upNext} />}
      </>
    );
    views.push({ name: 'week', content });
  }
  if (ask) views.push({ name: 'ask', content: <Ask {...ask} /> });
  return (
    <div className="panel">
      <Views
        views={views}
        view={view}
        onView={onView}
        about={meeting?.shown ? props.detection?.pageId : person}
        above={
          <>
            <p
              className="visually-hidden"
              role="status"
              aria-live="polite"
              data-testid="announcement"
            >
              {announcement(props)}
            </p>
            {remembering && (
              <Suspense>
                <Remember
                  remembering={remembering}
                  people={people}
                  search={props.search}
                  {...onRemember}
                />
              </Suspense>
            )}
          </>
        }
      />
      <LogDrawer>
        <QuickLog {...quickLog} />
      </LogDrawer>
    </div>
  );
}
