import type { WhoProps } from '../../components/people/WhichPerson';
import { basicBrief } from '../../lib/brief';
import type { Prospect } from '../../lib/identity/prospect';
import type { WhoIs } from '../../lib/messages';
import { now } from './deals';
import { known } from './props';

/** A name as a page without addresses gives it. */
export const sarah: Prospect = { name: 'Sarah Chen' };
export const otherSarah: Prospect = {
  name: 'Sarah Chen',
  email: 'sarah.chen@northwind.example',
  company: 'Northwind',
};

export const sarahsBrief = basicBrief({ prospect: sarah, history: [], now: now.toISOString() });

/** Who Sarah Chen is, as far as memory knows: by default, one of two. */
export function sarahIs(props: Partial<WhoProps> = {}, who: Partial<WhoIs> = {}): WhoProps {
  const person = props.named ?? sarah;
  return {
    named: sarah,
    pageId: 'event-1',
    who: {
      person,
      decided: false,
      namesakes: known.filter(({ prospect }) => prospect.name === sarah.name),
      others: [
        {
          key: 'priya@home.example',
          known: { name: person.name, email: 'priya@home.example' },
          person,
        },
      ],
      ...who,
    },
    onChange: async () => ({ ok: true, person }),
    ...props,
  };
}
