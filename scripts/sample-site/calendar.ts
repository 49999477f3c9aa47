import { dayKey } from '../../lib/upnext/grid';
import { escapeHtml, page } from './html';
import { type Meeting, meetings } from './meetings';

const hours = [9, 10, 11, 12, 13, 14, 15, 16, 17];

/** An event id as the calendar writes it: base64url of the event and the calendar. */
function eventId({ id }: Meeting): string {
  return Buffer.from(`${id} rep@salesmemory.example`).toString('base64url');
}

function chip(meeting: Meeting): string {
  return `<div role="button" tabindex="0" class="event" data-eventid="${eventId(meeting)}" data-meeting="${meeting.id}"><strong>${escapeHtml(meeting.title)}</strong><span>${meeting.hour}:00 – ${meeting.hour}:30</span></div>`;
}

/** What the page's own script needs to fill the popover. */
function facts(now: Date) {
  return meetings.map((meeting) => {
    const day = new Date(now.getTime() + meeting.day * 86_400_000);
    const date = day.toLocaleDateString('en-US', {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
    });
    return {
      id: meeting.id,
      eventId: eventId(meeting),
      title: meeting.title,
      date,
      time: `${meeting.hour}:00 – ${meeting.hour}:30`,
      guests: meeting.guests.map(({ name, email }) => ({ name, email })),
    };
  });
}

/**
 * The sample calendar, with the structure of an event popover of Google Calendar as far as the
 * extension reads it: one dialog that is reused, guests that arrive after it.
 */
export function calendarPage(now: Date): string {
  const days = [0, 1, 2, 3, 4].map((offset) => {
    const day = new Date(now.getTime() + offset * 86_400_000);
    return day.toLocaleDateString('en-US', { weekday: 'short', day: 'numeric' });
  });
  const rows = hours.map((hour) => {
    const cells = days.map((_, day) => {
      const here = meetings.filter((meeting) => meeting.day === day && meeting.hour === hour);
      const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + day);
      return `<td data-datekey="${dayKey(date)}">${here.map(chip).join('')}</td>`;
    });
    return `<tr><th scope="row">${hour}:00</th>${cells.join('')}</tr>`;
  });
  const data = JSON.stringify(facts(now)).replace(/</g, '\\u003c');
  return page(
    'google-calendar',
    'Sample calendar',
    `<main>
<p class="hint">Open a meeting: the side panel says what matters before it.</p>
<table class="week"><thead><tr><th></th>${days.map((day) => `<th scope="col">${escapeHtml(day)}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
</main>
<div id="popover" role="dialog" data-chips-dialog="true" aria-labelledby="rAECCd" hidden></div>
<script type="application/json" id="meetings">${data}</script>
<script src="/calendar.js"></script>`,
  );
}
