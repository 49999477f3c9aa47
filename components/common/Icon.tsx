/** Drawn for this extension: one stroke, on a grid of 16, in the colour of the words beside it. */
const shapes = {
  brief: 'M3.5 2.5h9v11h-9z M6 5.5h4 M6 8h4 M6 10.5h2',
  log: 'M2.5 3.5h11v7h-6l-3 3v-3h-2z M5.5 7h5',
  microphone:
    'M8 1.5a2 2 0 0 1 2 2v4a2 2 0 0 1-4 0v-4a2 2 0 0 1 2-2z M3.5 7.5a4.5 4.5 0 0 0 9 0 M8 12v2.5',
  clock: 'M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12z M8 4.5V8l2.5 1.5',
  gear: 'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5z M8 1.5v2 M8 12.5v2 M1.5 8h2 M12.5 8h2 M3.4 3.4l1.4 1.4 M11.2 11.2l1.4 1.4 M3.4 12.6l1.4-1.4 M11.2 4.8l1.4-1.4',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9z M10.5 10.5l3.5 3.5',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  copy: 'M5.5 5.5h8v8h-8z M3.5 10.5h-1v-8h8v1',
  close: 'M4 4l8 8 M12 4l-8 8',
  warning: 'M8 2.5l6 11H2z M8 6.5v3.5 M8 11.8v.2',
  week: 'M2.5 3.5h11v10h-11z M2.5 6.5h11 M5.5 1.5v3 M10.5 1.5v3',
  ask: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8 M8 12.5v.2 M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z',
  rising: 'M2.5 12l4-4l2.5 2.5l4.5-6 M10 4.5h3.5V8',
  level: 'M2.5 8h11 M10.5 5l3 3l-3 3',
  falling: 'M2.5 4l4 4l2.5-2.5l4.5 6 M10 11.5h3.5V8',
} as const;

export type IconName = keyof typeof shapes;

/** A picture beside words that say the same: screen readers are told the words only. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
