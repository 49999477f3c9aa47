/** Placeholder of the closed list; the rubric table that everything is generated from replaces it. */
export type SignalKind = string;
