import '../../components/styles/ask.css';
import '../../components/styles/base.css';
import '../../components/styles/brief.css';
import '../../components/styles/follow-up.css';
import '../../components/styles/log.css';
import '../../components/styles/up-next.css';
import '../../components/styles/options.css';
import '../../components/styles/people.css';
import '../../components/styles/popup.css';
import '../../components/styles/week.css';
import { createRoot } from 'react-dom/client';
import { NowContext } from '../../components/common/Now';
import { locale, messagesOf, takeMessagesFrom } from '../../lib/i18n';
import german from '../../public/_locales/de/messages.json';
import english from '../../public/_locales/en/messages.json';
import spanish from '../../public/_locales/es/messages.json';
import { now } from './deals';
import { storyBodies } from './stories';
import { type Story, type StoryName, stories } from './story-list';

const languages = { en: english, de: german, es: spanish };
const name = new URLSearchParams(location.search).get('story') as StoryName | null;
const story: Story | null = name && stories[name];
const root = document.getElementById('root');

takeMessagesFrom(messagesOf(languages[story?.language ?? 'en']));
document.documentElement.lang = locale();

if (root && name && story) {
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
