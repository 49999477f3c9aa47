/** How the rep writes to people. */
export const tones = ['warm', 'plain', 'formal'] as const;
export type Tone = (typeof tones)[number];
