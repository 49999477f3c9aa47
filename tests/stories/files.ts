import { planImport } from '../../lib/transfer/plan';
import type { ImportProgress } from '../../lib/transfer/run';
import { readTable } from '../../lib/transfer/table';
import { now } from './deals';

const csv = `Record ID,Call Title,Call notes,Activity date,Call outcome,Associated Contact,Associated Company
901,Discovery,"Worried about onboarding, the last vendor took five months.",03/04/2026 15:30,Connected,Priya Sharma (priya@rentokil.example),Rentokil
902,Second try,,03/05/2026 09:00,Left voicemail,Priya Sharma (priya@rentokil.example),Rentokil
903,Somebody,Liked the demo,soon,Connected,Nils Berg (nils@fjord.example),Fjord
904,Nobody,Liked the demo,03/06/2026,Connected,,
901,Discovery,"Worried about onboarding, the last vendor took five months.",03/04/2026 15:30,Connected,Priya Sharma (priya@rentokil.example),Rentokil
`;

/** What an import of a small file would do: some of it is wrong. */
export const importPlan = planImport(readTable(new TextEncoder().encode(csv)), now);

export const importProgress: ImportProgress = {
  done: 1_250,
  total: 4_000,
  stored: 1_190,
  known: 60,
};
