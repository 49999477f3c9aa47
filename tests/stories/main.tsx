// First: what the stories are made of is worded while their modules load.

import { createRoot } from 'react-dom/client';
import { NowContext } from '../../components/common/Now';
import { locale } from '../../lib/i18n';
import { now } from './deals';
import { name, story } from './shown';
import { storyBodies } from './stories';
import { stories } from './story-list';

/** What each page loads itself, and nothing else: a rule of another page's would hide that one is missing. */
const styles = {
  sidepanel: () => import('../../components/styles/sidepanel-page'),
  popup: () => import('../../components/styles/popup-page'),
  options: () => import('../../components/styles/options-page'),
};

const root = document.getElementById('root');

document.documentElement.lang = locale();

if (root && name && story) {
  await styles[story.page]();
  document.body.className = `page-${story.page}`;
  if (story.rightToLeft) document.documentElement.dir = 'rtl';
  const Body = storyBodies[name];
  createRoot(root).render(
    <NowContext value={now}>
      <Body />
    </NowContext>,
  );
} else if (root) {
  createRoot(root).render(
    <ul>
      {Object.entries(stories).map(([one, { title }]) => (
        <li key={one}>
          <a href={`?story=${one}`}>{title}</a>
        </li>
      ))}
    </ul>,
  );
}
