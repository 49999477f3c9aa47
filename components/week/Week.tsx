/** What the view of the week is drawn from. */
export type WeekProps = Record<string, never>;

/** Every deal of the week. */
export default function Week(_: WeekProps) {
  return null;
}
