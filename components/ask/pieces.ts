import type { Passage } from '../../lib/ask/types';

/** A stretch of a passage: asked about, or what stands between. */
export interface Piece {
  start: number;
  text: string;
  marked: boolean;
}

/** Pulls a passage apart for the screen, in order. */
export function piecesOf({ memory, shown, marks }: Passage): Piece[] {
  const { summary } = memory;
  const pieces: Piece[] = [];
  let at = shown.start;
  for (const { start, end } of marks) {
    if (start > at) pieces.push({ start: at, text: summary.slice(at, start), marked: false });
    pieces.push({ start, text: summary.slice(start, end), marked: true });
    at = end;
  }
  if (at < shown.end) pieces.push({ start: at, text: summary.slice(at, shown.end), marked: false });
  return pieces;
}
