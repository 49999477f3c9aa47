import type { Brief } from '../../lib/brief/types';
import type { Detection } from '../../lib/detect/detection';
import type { UnreadPage } from '../../lib/detect/health';
import type { Prospect } from '../../lib/identity/prospect';
import type { BriefAnswer } from '../../lib/messages';
import type { AskProps } from '../ask/Ask';
import type { BriefActions } from '../brief/Actions';
import type { ModelActions, ModelStatus } from '../brief/ModelLine';
import type { SearchProspects } from '../common/ProspectPicker';
import type { QuickLogProps } from '../log/QuickLog';
import type { MeetingAnswer } from '../meeting/Meeting';
import type { WhoProps } from '../people/WhichPerson';
import type { RememberProps } from '../Remember';
import type { UpNextProps } from '../upnext/UpNext';
import type { ViewName } from '../viewNames';
import type { WeekProps } from '../week/Week';

/** What the panel shows, and what the rep can do in it. */
export interface PanelProps {
  /** What the tab in front is about; null where nothing was found on it. */
  detection: Detection | null;
  people: readonly Prospect[];
  /** What is wrong with a page that should name somebody and doesn't; null: nothing. */
  unread?: UnreadPage | null;
  /** Whom the panel is about; null where the page names nobody and nobody was picked. */
  current: Prospect | null;
  /** The rep picked somebody who isn't on the page. */
  picked: boolean;
  /** The newest answer about `current`; null while there is none. */
  answer: BriefAnswer | null;
  /** The last whole brief of `current` since the browser started; null where there is none. */
  last: Brief | null;
  /** What the chosen model is at, where it lets wait or gave no brief. */
  model?: ModelStatus | null;
  modelActions?: ModelActions;
  /** When the rep last looked at this brief; null or absent where they never did. */
  since?: string | null;
  /** The brief of everybody in the meeting; null or absent where the page is none of several people. */
  meeting?: { answer: MeetingAnswer; shown: boolean; onShow: () => void } | null;
  /** Whether it is known whom this is about: before that not even that the page names nobody is. */
  ready: boolean;
  onChoose: (prospect: Prospect) => void;
  /** Back to what the page is about. */
  onBack: () => void;
  onRetry: () => void;
  onOpenOptions: () => void;
  actions: BriefActions;
  search: SearchProspects;
  quickLog: QuickLogProps;
  remember: Omit<RememberProps, 'people' | 'search' | 'remembering'> & {
    /** A passage that was selected on a page; null where there is none. */
    remembering: RememberProps['remembering'] | null;
  };
  /** Who the person is by what was decided; null while that isn't known. */
  who?: WhoProps | null;
  view: ViewName;
  onView: (view: ViewName) => void;
  /** A view that is left out isn't offered. */
  week?: WeekProps;
  ask?: AskProps;
  /** The next meetings; shown where nobody is on the page, and above the week. */
  upNext?: UpNextProps;
}
