/** Addresses that each site's detector reads records at. */
export const addresses: Record<string, string> = {
  'google-calendar': 'https://calendar.google.com/calendar/u/0/r/week',
  outlook: 'https://outlook.office.com/calendar/view/week',
  hubspot: 'https://app.hubspot.com/contacts/1/record/0-1/2',
  salesforce: 'https://x.lightning.force.com/lightning/r/Contact/003000000000001AAA/view',
  pipedrive: 'https://x.pipedrive.com/person/1',
  close: 'https://app.close.com/lead/lead_1/',
  attio: 'https://app.attio.com/w/person/0193c1d2-7b54-7d10-9f31-5a2b6c7d8e9f',
  zoho: 'https://crm.zoho.com/crm/org1/tab/Contacts/1',
  dynamics: 'https://x.crm.dynamics.com/main.aspx?etn=contact&id=1',
  odoo: 'https://x.odoo.com/odoo/contacts/1',
  gmail: 'https://mail.google.com/mail/u/0/#inbox/abc',
  linkedin: 'https://www.linkedin.com/in/somebody',
};
