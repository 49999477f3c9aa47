import { type BriefInput, composeBrief } from './compose';
import { readSignals } from './offline/read';
import type { Brief } from './types';

/**
 * The brief that needs no model and no network: signals by the offline reader, everything else by
 * the rubric. It paints first, always.
 */
export function basicBrief(input: BriefInput): Brief {
  const { signals, unread } = readSignals(
    input.history.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  );
  const notes =
    unread.length === 0
      ? []
      : [
          `${unread.length} of ${input.history.length} logs are not in English: the basic reader can’t read them. They are in the timeline.`,
        ];
  return composeBrief(input, { reader: 'basic', signals, notes });
}
