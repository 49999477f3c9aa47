/** A page that a script can live a compressed hour on. */
export interface BusyPage {
  name: string;
  url: string;
  /** Holds `live(ms)`, which resolves once the hour is over. */
  html: string;
  /** How long its hour is made (ms): long enough that each thing the rep does is looked at by itself. */
  ms: number;
}

const page = (title: string, body: string, script: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}<script>
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const made = (html) => { const box = document.createElement('template'); box.innerHTML = html; return box.content; };
${script}</script></body></html>`;

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

const events = range(80)
  .map(
    (index) =>
      `<div role="button" tabindex="0" data-eventid="ev${index}"><span>Meeting ${index}</span><span>10:00</span></div>`,
  )
  .join('');

/**
 * A week of a calendar with 80 events. An hour of it: thirty times the pointer passes over ten events
 * and rests on one, which is opened, its guests come in late, and it is closed again.
 */
const calendar: BusyPage = {
  name: 'calendar, 30 events opened, 300 passed by the pointer',
  url: 'https://calendar.google.com/calendar/u/0/r/week',
  ms: 6_000,
  html: page(
    'Calendar',
    `<header role="banner"></header><main>${events}</main><div role="dialog" data-chips-dialog="true" aria-labelledby="rAECCd" hidden></div>`,
    `async function live(ms) {
      const dialog = document.querySelector('[role=dialog]');
      for (let index = 0; index < 30; index += 1) {
        for (let passed = 0; passed < 10; passed += 1) {
          const event = document.querySelector('[data-eventid="ev' + (index + passed) + '"]');
          for (const part of [event.firstElementChild, event.lastElementChild, event.parentElement])
            part.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
        }
        dialog.replaceChildren(made('<div id="xDetDlg" data-eventid="ev' + index + '"><span id="rAECCd" role="heading">Meeting ' + index + '</span><div id="xDetDlgAtt">4 guests<div role="tree"></div></div></div>'));
        dialog.hidden = false;
        await sleep(ms / 90);
        for (let guest = 0; guest < 4; guest += 1) {
          const email = 'guest' + guest + '@company' + index + '.example';
          dialog.querySelector('[role=tree]').append(made('<div role="treeitem" data-email="' + email + '" aria-label="Guest ' + guest + '"><span>Guest ' + guest + ' of ' + index + '</span></div>'));
        }
        await sleep(ms / 90);
        dialog.hidden = true;
        await sleep(ms / 90);
      }
    }`,
  ),
};

const cells = range(2_000)
  .map(
    (index) =>
      `<div class="cell"><span>Field ${index}</span><p><b>Value</b> <i>${index}</i></p></div>`,
  )
  .join('');

/** A record page of 10,000 nodes that changes 50 times a second, as timers, presence marks and feeds do. */
const record = (live: string) =>
  page(
    'Contact',
    `<div data-test-id="left-sidebar"><h1 data-selenium-test="highlightTitle">Contact 100</h1><a href="mailto:contact100@company.example">contact100@company.example</a></div><main data-test-id="middle-pane">${cells}</main>`,
    `async function live(ms) {
      const values = [...document.querySelectorAll('.cell i')];
      let turn = 0;
      const timer = setInterval(() => {
        turn += 1;
        const value = values[(turn * 37) % values.length];
        if (turn % 3 === 0) value.textContent = turn;
        else if (turn % 3 === 1) value.parentElement.classList.toggle('fresh');
        else { value.parentElement.append(made('<u>new</u>')); value.parentElement.querySelector('u').remove(); }
      }, 20);
      ${live}
      clearInterval(timer);
    }`,
  );

/** An hour of records: ten, one after the other, by the History API. */
const records: BusyPage = {
  name: 'CRM record, 10,000 nodes, 50 changes a second, 10 records',
  url: 'https://app.hubspot.com/contacts/1/record/0-1/100',
  ms: 4_000,
  html: record(`for (let record = 101; record <= 110; record += 1) {
        await sleep(ms / 10);
        history.pushState({}, '', '/contacts/1/record/0-1/' + record);
        document.querySelector('h1').textContent = 'Contact ' + record;
        const link = document.querySelector('a');
        link.href = 'mailto:contact' + record + '@company.example';
        link.textContent = 'contact' + record + '@company.example';
      }`),
};

/** The same page left open: nothing but its own changes, at their real rate. */
export const leftOpen: BusyPage = {
  name: 'the same left open: 50 changes a second',
  url: 'https://app.hubspot.com/contacts/1/record/0-1/100',
  ms: 3_000,
  html: record('await sleep(ms);'),
};

/** The pages that a rep lives on. */
export const busyPages: readonly BusyPage[] = [calendar, records, leftOpen];
