/** The views of the panel, in their order. */
export const viewNames = ['brief', 'week', 'ask'] as const;

export type ViewName = (typeof viewNames)[number];
