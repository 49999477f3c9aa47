import { messagesOf, takeMessagesFrom } from '../../lib/i18n';
import german from '../../public/_locales/de/messages.json';
import english from '../../public/_locales/en/messages.json';
import spanish from '../../public/_locales/es/messages.json';
import { type Story, type StoryName, stories } from './story-list';

const languages = { en: english, de: german, es: spanish };

/** The story that the address names; null: the list of all. */
export const name = new URLSearchParams(location.search).get('story') as StoryName | null;
export const story: Story | null = name && stories[name];

takeMessagesFrom(messagesOf(languages[story?.language ?? 'en']));
