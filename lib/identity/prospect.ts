import { z } from 'zod';

/**
 * Who a brief is about. An address is the person; without one, name and company together are only
 * a guess (see `prospectKey`).
 */
export const prospectSchema = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.string().trim().toLowerCase().max(320).optional(),
  company: z.string().trim().max(200).optional(),
});
export type Prospect = z.infer<typeof prospectSchema>;
