// The sample calendar's own script: opens one popover, reused for every meeting.
const meetings = JSON.parse(document.getElementById('meetings').textContent);
const popover = document.getElementById('popover');

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function guestItem({ name, email }, organizer) {
  const attributes = { role: 'treeitem', 'data-email': email, 'aria-label': name };
  if (organizer) attributes.id = 'xDtlDlgOrg';
  return element('div', attributes, element('span', {}, name));
}

function open(meeting) {
  const tree = element('div', { role: 'tree' });
  const details = element(
    'div',
    { id: 'xDetDlg', 'data-eventid': meeting.eventId },
    element('span', { id: 'rAECCd', role: 'heading', 'aria-level': '1' }, meeting.title),
    element(
      'div',
      { id: 'xDetDlgWhen' },
      element('span', {}, meeting.date),
      element('span', {}, ' ⋅ '),
      element('span', {}, meeting.time),
    ),
    element('div', { id: 'xDetDlgAtt' }, `${meeting.guests.length + 1} guests`, tree),
    element('div', { id: 'xDetDlgCal' }, 'rep@salesmemory.example'),
  );
  const close = element('button', { type: 'button', 'aria-label': 'Close' }, '×');
  close.addEventListener('click', hide);
  popover.replaceChildren(close, details);
  popover.hidden = false;
  // As on the real page, the guests come after the dialog.
  setTimeout(() => {
    tree.append(
      guestItem({ name: 'rep@salesmemory.example', email: 'rep@salesmemory.example' }, true),
      ...meeting.guests.map((guest) => guestItem(guest, false)),
    );
  }, 150);
}

function hide() {
  popover.hidden = true;
}

function meetingOf(target) {
  const chip = target instanceof Element ? target.closest('[data-meeting]') : null;
  return meetings.find(({ id }) => id === chip?.getAttribute('data-meeting'));
}

document.addEventListener('click', (event) => {
  const meeting = meetingOf(event.target);
  if (meeting) open(meeting);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
  const meeting = event.key === 'Enter' ? meetingOf(event.target) : undefined;
  if (meeting) open(meeting);
});
