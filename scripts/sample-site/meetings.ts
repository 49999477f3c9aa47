import type { Prospect } from '../../lib/identity/prospect';
import { newProspect, sampleDeals } from '../samples/deals';

/** A meeting on the sample calendar. */
export interface Meeting {
  id: string;
  title: string;
  /** Weekday column, 0 is today. */
  day: number;
  /** Hour of the day, 24 h. */
  hour: number;
  guests: Prospect[];
}

const titles = [
  'Rentokil: pilot kick-off',
  'Paysend: check-in',
  'Luxottica: contract',
  'Northwind: catch-up',
  'Contoso: follow-up with VP',
  'Siemens: contract review',
  'Careem: order form',
  'Decathlon: wrap-up',
];

/** The meetings of the sample week: one for each sample deal, one with somebody new, one of several. */
export const meetings: Meeting[] = [
  ...sampleDeals.map(({ prospect }, index) => ({
    id: `meeting${index + 1}`,
    title: titles[index] ?? `Call with ${prospect.name}`,
    day: index % 5,
    hour: 9 + Math.floor(index / 5) * 3 + (index % 2),
    guests: [prospect],
  })),
  { id: 'meeting9', title: 'Wizz Air: first call', day: 4, hour: 15, guests: [newProspect] },
  {
    id: 'meeting10',
    title: 'Steering committee UK',
    day: 0,
    hour: 16,
    guests: sampleDeals
      .slice(0, 1)
      .map(({ prospect }) => prospect)
      .concat({ name: 'Tom Ashby', email: 'tom.ashby@rentokil.example', company: 'Rentokil' }),
  },
];
