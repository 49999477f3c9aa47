import { z } from 'zod';

/** One person found on a page. `self` is the rep; a missing address is `null`, never invented. */
export const detectedPersonSchema = z.object({
  name: z.string().max(300).nullable(),
  email: z.string().max(320).nullable(),
  role: z.enum(['organizer', 'guest', 'contact', 'sender', 'recipient', 'profile']),
  self: z.boolean(),
});
export type DetectedPerson = z.infer<typeof detectedPersonSchema>;

/** What a content script found on a page: the only thing it ever says about the page. */
export const detectionSchema = z.object({
  site: z.string().max(40),
  kind: z.enum(['meeting', 'record', 'thread', 'profile']),
  people: z.array(detectedPersonSchema).max(300),
  company: z.string().max(300).nullable(),
  deal: z.string().max(300).nullable(),
  title: z.string().max(500).nullable(),
  startsAt: z.iso.datetime({ offset: true }).nullable(),
  endsAt: z.iso.datetime({ offset: true }).nullable(),
  /** When it is, as the page shows it, in one piece or as date and times; `withTimes` reads it. */
  shown: z
    .object({ pieces: z.array(z.string().max(300)).max(2), language: z.string().max(40) })
    .optional(),
  /** The page's own id for the surface (event id, record id), so that one surface is one detection. */
  pageId: z.string().max(500),
  confidence: z.enum(['high', 'medium', 'low']),
  reason: z.string().max(200),
});
export type Detection = z.infer<typeof detectionSchema>;
