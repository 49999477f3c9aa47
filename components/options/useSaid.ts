import { useState } from 'react';
import type { Answer } from '../../lib/messages';

/** What became of the last thing that was saved or tried, for the line beside the button. */
export interface Said {
  kind: 'busy' | 'good' | 'bad';
  text: string;
}

/** @returns the line to show, and how to run something that ends with one. */
export function useSaid() {
  const [said, setSaid] = useState<Said | null>(null);
  const run = async <T>(busy: string, work: Promise<Answer<T>>, done: (answer: T) => string) => {
    setSaid({ kind: 'busy', text: busy });
    const answer = await work;
    setSaid(
      answer.ok ? { kind: 'good', text: done(answer) } : { kind: 'bad', text: answer.message },
    );
    return answer.ok;
  };
  return { said, run, clear: () => setSaid(null) };
}
