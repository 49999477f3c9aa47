import { newProspect, sampleDeals } from '../samples/deals';
import { escapeHtml, page } from './html';

const people = [...sampleDeals.map(({ prospect }) => prospect), newProspect];

/** The sample CRM's list of contacts. */
export function crmList(): string {
  const rows = people.map(
    ({ name, company }, index) =>
      `<li><a href="/crm/contacts/${index + 1}">${escapeHtml(name)}</a> · ${escapeHtml(company ?? '')}</li>`,
  );
  return page('crm', 'Contacts', `<main><h1>Contacts</h1><ul>${rows.join('')}</ul></main>`);
}

/** One contact's page, or null where there is no such contact. */
export function crmContact(id: number): string | null {
  const person = people[id - 1];
  if (!person) return null;
  const { name, email = '', company = '' } = person;
  return page(
    'crm',
    `${name} | Contact`,
    `<main><article>
<h1>${escapeHtml(name)}</h1>
<dl>
<dt>E-mail</dt><dd><a href="mailto:${escapeHtml(email)}">${escapeHtml(email)}</a></dd>
<dt>Company</dt><dd>${escapeHtml(company)}</dd>
<dt>Phone</dt><dd><a href="tel:+15550100">+1 555 0100</a></dd>
</dl>
</article></main>`,
  );
}
