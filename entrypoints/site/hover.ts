import { type EventMark, watchHover } from '../../lib/upnext/hover';
import { send } from './wire';

/** Tells the background of the event that may be opened next, so that its people are read by then. */
export function tellHovered(mark: EventMark, signal: AbortSignal): void {
  // A background that is gone reads nothing ahead.
  watchHover(document, mark, (event) => void send('hovered', event).catch(() => undefined), signal);
}
