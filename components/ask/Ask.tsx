/** What the view for questions is drawn from. */
export type AskProps = Record<string, never>;

/** Questions to memory. */
export default function Ask(_: AskProps) {
  return null;
}
