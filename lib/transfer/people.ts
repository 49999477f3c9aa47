import { nameOfAddress } from '../identity/rules';

/** Somebody as a row of a table names them. */
export interface RowPerson {
  name: string;
  email: string | null;
}

const address = /[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+\.[^\s<>()[\],;:".]+/;

/** @returns the first address in a cell, in lower case; null where there is none. */
export function addressIn(cell: string): string | null {
  return address.exec(cell)?.[0].toLowerCase() ?? null;
}

/**
 * The people of a row. Activity exports name several in one cell, parted by semicolons, each with
 * or without the address in brackets.
 */
export function peopleOf(names: string, emails: string): RowPerson[] {
  const named = names.split(';').map((part) => part.trim());
  const addresses = emails.split(/[;,\s]+/).flatMap((part) => addressIn(part) ?? []);
  const people = named.flatMap((part, index): RowPerson[] => {
    const email = addressIn(part) ?? (named.length === 1 ? addresses[0] : addresses[index]) ?? null;
    const name = part
      .replace(address, ' ')
      .replace(/[<(]\s*[>)]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (name) return [{ name, email }];
    return email ? [{ name: nameOfAddress(email), email }] : [];
  });
  if (people.length > 0) return people;
  return addresses.map((email) => ({ name: nameOfAddress(email), email }));
}
