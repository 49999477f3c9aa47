/** Nodes of a page that a rep has open all day. */
const nodes = 10_000;

const grid = `<div role="grid" id="grid">${Array.from(
  { length: nodes / 4 },
  (_, index) =>
    `<div role="gridcell"><div role="button" data-eventid="chip${index}"><span>Meeting ${index}</span><i></i></div></div>`,
).join('')}</div>`;

/** A week of Google Calendar with one popover that is used for every event. */
export const calendarPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Calendar</title>
<meta name="og-profile-acct" content="rowan@salesmemory.example"></head><body>
<header role="banner"><a href="#" aria-label="Google Account (rowan@salesmemory.example)">R</a></header>
<main>${grid}</main>
<div role="dialog" data-chips-dialog="true" style="display:none"><div id="xDetDlg" data-eventid="none">
<span id="rAECCd" role="heading"></span><div id="xDetDlgWhen"></div><div id="xDetDlgAtt"></div><div role="tree"></div></div></div>
</body></html>`;

/** A contact of HubSpot among as many nodes. */
export const recordPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Contact</title></head><body>
<main><div data-test-id="left-sidebar"><span data-selenium-test="highlightTitle">Person 0</span>
<div data-selenium-test="contact-highlight-details"><a href="mailto:person0@firm0.example">mail</a></div></div>
<div data-test-id="middle-pane">${grid}</div><div data-test-id="records-right-sidebar"></div></main></body></html>`;

/** Opens event `number`, as the page does it: the dialog first, its guests a moment later. */
export async function openEvent(number: number): Promise<number> {
  const dialog = document.querySelector<HTMLElement>('[role="dialog"]');
  const event = document.querySelector<HTMLElement>('#xDetDlg');
  const tree = event?.querySelector('[role="tree"]');
  if (!dialog || !event || !tree) throw new Error('no dialog');
  tree.replaceChildren();
  event.dataset.eventid = btoa(`event${number} rep@salesmemory.example`);
  event.querySelector('#rAECCd')?.replaceChildren(`Call ${number}`);
  dialog.style.display = 'block';
  await new Promise((resolve) => setTimeout(resolve, 40));
  for (const who of ['ann', 'bo']) {
    const row = document.createElement('div');
    row.setAttribute('role', 'treeitem');
    row.setAttribute('data-email', `${who}${number}@firm${number}.example`);
    const name = document.createElement('span');
    name.textContent = `${who} ${number}`;
    row.append(name);
    tree.append(row);
  }
  return Date.now();
}

export function closeEvent(): void {
  const dialog = document.querySelector<HTMLElement>('[role="dialog"]');
  if (dialog) dialog.style.display = 'none';
}

/** Scrolls: a part of the grid is built anew. */
export function scrollGrid(turn: number): void {
  const cells = document.querySelectorAll('#grid > div');
  for (let at = 0; at < 50; at += 1) {
    const cell = cells[(turn * 50 + at) % cells.length] as Element;
    const copy = cell.cloneNode(true);
    cell.replaceWith(copy);
  }
}

/** Goes to contact `number` by the History API, with all of its content in one go. */
export function openRecord(number: number): number {
  history.pushState(null, '', `/contacts/1/record/0-1/${number}`);
  document
    .querySelector('[data-selenium-test="highlightTitle"]')
    ?.replaceChildren(`Person ${number}`);
  document
    .querySelector('[data-selenium-test="contact-highlight-details"] a')
    ?.setAttribute('href', `mailto:person${number}@firm${number}.example`);
  return Date.now();
}
