import type { Detection } from '../detection';
import { addressIn, person, textOf, unique } from '../people';
import { addressField, contactRecord, fieldOf, record } from '../record';
import type { Site } from '../site';
import { firstShown } from '../visible';

/** The form, its fields by their names in Odoo's models, and the active breadcrumb (relied on). */
const FORM = '.o_form_view';
const BREADCRUMB = '.o_breadcrumb .active, .breadcrumb-item.active';
/** Fields stand in the form. */
const READ = `${FORM}, .o_breadcrumb, .breadcrumb-item`;
const field = (name: string) => `[name="${name}"]`;
/** Since version 17 the address names the application; before, the model. */
const PATH = /^\/odoo\/(?:.*\/)?(contacts|crm)\/(\d+)/;
const MODELS: Record<string, string> = { 'res.partner': 'contacts', 'crm.lead': 'crm' };

function placeOf(url: URL): { type: string; id: string } | null {
  const [, type, id] = PATH.exec(url.pathname) ?? [];
  if (type && id) return { type, id };
  const old = new URLSearchParams(url.hash.slice(1));
  const model = MODELS[old.get('model') ?? ''];
  const number = old.get('id');
  return model && number ? { type: model, id: number } : null;
}

function detect(document: Document, url: URL): Detection | null {
  const place = placeOf(url);
  const form = firstShown(document, FORM);
  if (place === null || form === null) return null;
  const site = 'odoo';
  const pageId = `${place.type}/${place.id}`;
  const named = fieldOf(form, field('name')) ?? textOf(firstShown(document, BREADCRUMB));
  if (place.type === 'contacts') {
    const email = addressField(form, field('email'));
    return named === null
      ? null
      : contactRecord(site, pageId, named, email, fieldOf(form, field('parent_id')));
  }
  // A partner is shown as "Company, Contact"; what stands last is the person.
  const partner = fieldOf(form, field('partner_id'))?.split(', ') ?? [];
  const name = fieldOf(form, field('contact_name')) ?? partner.at(-1) ?? null;
  const email = addressField(form, field('email_from')) ?? addressIn(fieldOf(form, field('email')));
  const company = fieldOf(form, field('partner_name')) ?? (partner.length > 1 ? partner[0] : null);
  const contact = person('contact', name, email);
  if (named === null && contact === null) return null;
  const people = unique([contact]);
  return record({ site, pageId, people, title: named, deal: named, company: company ?? null });
}

const PAGES = /^\/(web\b.*[#&]model=(res\.partner|crm\.lead)|odoo\/)/;

/** Odoo: contacts and opportunities. */
export const odoo: Site = {
  site: 'odoo',
  hosts: ['*.odoo.com'],
  path: PAGES,
  kind: 'record',
  needs: [FORM],
  reads: READ,
  expects: (_, url) => placeOf(url) !== null,
  detect,
};

/** Odoo on a host of the rep's company. */
export const odooElsewhere: Site = {
  site: 'odoo',
  hosts: null,
  path: PAGES,
  kind: 'record',
  needs: [FORM],
  reads: READ,
  expects: (_, url) => placeOf(url) !== null,
  detect,
};
