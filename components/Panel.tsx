import { lazy } from 'react';
import { LogDrawer } from './log/LogDrawer';
import { QuickLog } from './log/QuickLog';
import { announcement } from './panel/announcement';
import { BriefOf } from './panel/BriefOf';
import type { PanelProps } from './panel/props';
import { Remember } from './Remember';
import { UpNext } from './upnext/UpNext';
import { type View, Views } from './Views';

// Loaded when somebody looks: the brief is what has to be there at once.
const Week = lazy(() => import('./week/Week'));
const Ask = lazy(() => import('./ask/Ask'));

/** The side panel: what to know in the minute before a call. */
export function Panel(props: PanelProps) {
  const { people, quickLog, view, onView, week, ask, upNext } = props;
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
            <Remember {...props.remember} people={people} search={props.search} />
          </>
        }
      />
      <LogDrawer>
        <QuickLog {...quickLog} />
      </LogDrawer>
    </div>
  );
}
