import { messagesOf, takeMessagesFrom } from '../../lib/i18n';
import english from '../../public/_locales/en/messages.json';

// There is no browser to give the words here.
takeMessagesFrom(messagesOf(english));
