import type { RefObject } from 'react';
import type { KnownProspect } from '../../lib/messages';

export interface PeopleFieldProps {
  id: string;
  value: string;
  onValue: (value: string) => void;
  /** Known prospects that what is typed may mean. */
  items: readonly KnownProspect[];
  onPick: (known: KnownProspect) => void;
  /** Whether `items` are shown. */
  open: boolean;
  /** The rep asks for the list, or is done with it; absent where it is always shown. */
  onOpen?: (open: boolean) => void;
  testId: string;
  placeholder: string;
}

export interface ComboboxProps extends PeopleFieldProps {
  /** Whether the plain field that it takes the place of had the focus. */
  hadFocus: RefObject<boolean>;
}

/** As much as a name may have, in characters. */
export const mostName = 200;
