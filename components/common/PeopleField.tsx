import { lazy, type RefObject, Suspense, useRef } from 'react';
import type { KnownProspect } from '../../lib/messages';
import { KnownList } from './KnownList';

// The keys and roles of a combobox weigh as much as a page may; until they are there, it is a plain
// field that already takes what is typed.
const PeopleCombobox = lazy(() => import('./PeopleCombobox'));

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

/** A field that looks known prospects up: they are picked by arrow keys and Enter, or by a click. */
export function PeopleField(props: PeopleFieldProps) {
  const hadFocus = useRef(false);
  return (
    <Suspense fallback={<PlainField {...props} hadFocus={hadFocus} />}>
      <PeopleCombobox {...props} hadFocus={hadFocus} />
    </Suspense>
  );
}

function PlainField(props: ComboboxProps) {
  const { id, value, onValue, items, onPick, open, onOpen, testId, placeholder, hadFocus } = props;
  return (
    <div className="combobox">
      <input
        id={id}
        type="text"
        maxLength={mostName}
        autoComplete="off"
        placeholder={placeholder}
        data-testid={testId}
        value={value}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={() => {
          hadFocus.current = false;
        }}
        onChange={(event) => {
          onValue(event.target.value);
          onOpen?.(true);
        }}
      />
      {open && <KnownList prospects={items} onPick={onPick} />}
    </div>
  );
}
