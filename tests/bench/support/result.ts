/** What a part of the bench gives: a table for people, and plain figures. */
export interface BenchResult {
  /** Says what was compared, on what; headings from `###` on. */
  markdown: string;
  json: Record<string, unknown>;
}
