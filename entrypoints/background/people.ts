import { z } from 'zod';
import { personChangeSchema } from '../../lib/identity/people';
import { prospectSchema } from '../../lib/identity/prospect';
import { dropBriefs } from '../pages/briefStore';
import { announce } from './announce';
import { askAnew, briefOf } from './briefs';
import { answer } from './door';
import { everybodyAtHand } from './known';
import { withMemory } from './memory';

const whoSchema = z.object({ named: prospectSchema, pageId: z.string().max(2_000).nullable() });

/** Who is who: whom a name on a page means, and what the rep says about it. */
export function answerPeople(): void {
  answer('whoIs', 'page', whoSchema, async ({ data }) => {
    // An address needs no asking: its brief is read first, and then who else has the name.
    if (data.named.email) await briefOf(data.named);
    const known = await everybodyAtHand();
    return withMemory((memory) => memory.whoIs(data.named, data.pageId, known));
  });

  answer('changePerson', 'page', personChangeSchema, async ({ data }) => {
    const answered = await withMemory(async (memory) => ({
      person: await memory.changePerson(data),
    }));
    await dropBriefs();
    askAnew();
    announce('memory');
    return answered;
  });
}
