import { lazy, Suspense, useRef } from 'react';
import { KnownList } from './KnownList';
import { type ComboboxProps, mostName, type PeopleFieldProps } from './peopleFieldProps';

// The keys and roles of a combobox weigh as much as a page may; until they are there, it is a plain
// field that already takes what is typed.
const PeopleCombobox = lazy(() => import('./PeopleCombobox'));

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
