import type { Brief } from '../../lib/brief/types';
import type { Detection } from '../../lib/detect/detection';
import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import { ActionsContext, type BriefActions } from '../brief/Actions';
import { Advice } from '../brief/Advice';
import { Header } from '../brief/Header';
import { Health } from '../brief/Health';
import { LogDrawer } from '../log/LogDrawer';
import { viewNames } from '../viewNames';

export interface FirstBriefProps {
  /** Whom it is about, in the words of the page or of who asked for them. */
  prospect: Prospect;
  brief: Brief;
  /** Where they were found; null where the page names nobody. */
  detection: Detection | null;
}

/** Its buttons are drawn as the panel's: they work once it is there. */
const actions = { onCopy: async () => false } as Partial<BriefActions> as BriefActions;

/**
 * The top of the panel with the session's last brief, as the panel itself draws it a moment later,
 * over this. Nothing of it can be pressed yet.
 */
export function FirstBrief({ prospect, brief, detection }: FirstBriefProps) {
  const { interactions, generatedAt } = brief;
  return (
    <div className="panel" inert>
      <div className="views">
        <header>
          <div className="view-tabs">
            {viewNames.map((name) => (
              <button
                key={name}
                type="button"
                data-state={name === 'brief' ? 'active' : 'inactive'}
              >
                {t(`view_${name}`)}
              </button>
            ))}
          </div>
        </header>
        <main className="panel-body">
          <div className="view">
            <Header
              prospect={prospect}
              detection={detection}
              interactions={interactions}
              readAt={generatedAt}
            />
            <article>
              <ActionsContext value={actions}>
                <Health brief={brief} />
                <Advice brief={brief} />
              </ActionsContext>
            </article>
          </div>
        </main>
      </div>
      <LogDrawer />
    </div>
  );
}
