const withoutApostrophe =
  'isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt cant couldnt wont wouldnt shouldnt';

/** What reps type in short, with what it stands for. */
export const shorthand: ReadonlyMap<string, string> = new Map([
  ...withoutApostrophe.split(' ').map((word): [string, string] => [word, `${word.slice(0, -1)}'t`]),
  ...['i', 'we', 'she', 'he', 'they'].map((who): [string, string] => [`${who} ll`, `${who}'ll`]),
  ['abt', 'about'],
  ['fwd', 'forwarded'],
  ['lvm', 'left voicemail'],
  ['mgmt', 'management'],
  ['mtg', 'meeting'],
  ['tmrw', 'tomorrow'],
  ['w/', 'with'],
  ['w/o', 'without'],
  ['wk', 'week'],
  ['wks', 'weeks'],
  ['yr', 'year'],
  ['yrs', 'years'],
]);
