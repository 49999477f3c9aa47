import '../../components/styles/week-page';
import Week from '../../components/week/Week';
import { mount } from '../pages/mount';
import { useWeek } from '../pages/useWeek';

/** The week on a page of its own: to read it whole, and to print it. */
function WeekPage() {
  // There is no brief to open here; the panel opens with the next invite.
  return <Week {...useWeek(true)} />;
}

mount(<WeekPage />);
