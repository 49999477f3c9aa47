/** A promise of ours: the rep speaks of themself. */
export const promiseOurs =
  /\b(i|we)( will|'ll| shall| promised( \w+)? to| agreed to| am going to| are going to| owe| need to| have to| must| committed to| said (i|we)( would|'d))\b.{0,12}\b(send|share|get|provide|prepare|follow up|introduce|set up|book|schedule|draft|write|check|call|deliver|come back|arrange|put together|build|owe|her|him|them)\b|\bi still owe\b|\b(i|we) forgot to (send|share|call|prepare|follow up|get|book)\b|\bpromised (her|him|them|she|\w+) (a|an|the|to|our)\b|\b(to|will) (send|follow up)\b.{0,30}\bby (monday|tuesday|wednesday|thursday|friday|tomorrow|end of|next|the \d)|^(will|to|need to|must|have to|todo:?|next: ?) ?(send|share|prepare|follow up|draft|get|book|arrange|check)\b|^(sending|preparing|drafting) .{0,50}\b(tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|next week|this week)\b/i;

/** A promise of theirs. */
export const promiseTheirs =
  /(^said( (she|he|they)|)|\b(she|he|they|their \w+|her \w+|his \w+)|\b(?!I\b|We\b|Will\b|This\b|That\b|It\b)[A-Z][a-z]+)( will|'ll| promised (me |us )?to| agreed to| is going to| are going to| said (she|he|they)( would|'d| will|'ll))\b.{0,12}\b(send|share|get back|introduce|come back|check|confirm|talk to|speak (to|with)|present|review|read|provide|forward|loop|bring|take|set up|book|let (us|me) know|ask|discuss|sign)\b|\bowes (me|us)\b/;
