/** The lines between which logged words stand. Inside, nothing is an instruction. */
export const fence = {
  open: '=== MEMORIES BEGIN ===',
  close: '=== MEMORIES END ===',
} as const;

/** Characters that nobody types into a log and nobody sees: they can hide words from the rep. */
export const invisible = /\p{Cf}|\p{Variation_Selector}|[\u115F\u1160\u3164\uFFA0]/gu;

const control = /(?![\t\n\r])\p{Cc}/gu;

/**
 * Logged words made harmless as data: what looks like this prompt's fences, like the turn markers of
 * chat templates, or like a code fence is broken up, and invisible characters are taken out. Letters
 * and numbers stay as they are, so that a quote can still be found in the original.
 */
export function neutralise(text: string): string {
  return text
    .replace(invisible, '')
    .replace(control, '')
    .replace(/={3,}/g, '==')
    .replace(/`{3,}/g, '``')
    .replace(/<(?=[|/!a-z])/gi, '‹')
    .replace(/(?<=[|/a-z"'])>/gi, '›')
    .replace(/\[(?=\/?(?:INST|SYS)\b)/gi, '(');
}
