import { useCombobox } from 'downshift';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { KnownProspect } from '../../lib/messages';
import { Known, knownKey } from './KnownList';
import { type ComboboxProps, mostName } from './peopleFieldProps';

type Pressed = KeyboardEvent<HTMLInputElement> & {
  nativeEvent: { preventDownshiftDefault?: boolean };
};

/** The field once its keys and roles are loaded. Nobody is picked but by Enter or a click. */
export default function PeopleCombobox(props: ComboboxProps) {
  const { id, value, onValue, onPick, open, onOpen, testId, placeholder, hadFocus } = props;
  const items = props.items as KnownProspect[];
  const field = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);
  const isShown = open && items.length > 0;
  // A list that is open draws the focus to its field; one that is always shown mustn't.
  const isOpen = isShown && focused;
  const { getInputProps, getMenuProps, getItemProps, highlightedIndex } = useCombobox({
    id,
    inputId: id,
    items,
    itemToKey: (known) => known && knownKey(known),
    itemToString: (known) => known?.prospect.name ?? '',
    inputValue: value,
    selectedItem: null,
    isOpen,
    onIsOpenChange: (change) => onOpen?.(change.isOpen),
    onSelectedItemChange: ({ selectedItem }) => selectedItem && onPick(selectedItem),
    // Leaving the field with the pointer over somebody is no choice: a log would be about them.
    stateReducer: (_, { type, changes }) =>
      type === useCombobox.stateChangeTypes.InputBlur
        ? { ...changes, selectedItem: null }
        : changes,
  });

  useLayoutEffect(() => {
    if (!hadFocus.current) return;
    hadFocus.current = false;
    field.current?.focus();
    field.current?.setSelectionRange(-1, -1);
  }, [hadFocus]);

  const onKeyDown = (event: Pressed) => {
    // Saves the log, whoever is highlighted.
    if (event.ctrlKey || event.metaKey) event.nativeEvent.preventDownshiftDefault = true;
    // Closes the list, and not the popup around it.
    if (event.key === 'Escape' && isShown && onOpen) event.preventDefault();
    if (event.key === 'ArrowDown' && !open) onOpen?.(true);
  };
  return (
    <div className="combobox">
      <input
        {...getInputProps({
          ref: field,
          type: 'text',
          maxLength: mostName,
          autoComplete: 'off',
          placeholder,
          onChange: (event) => {
            onValue(event.currentTarget.value);
            onOpen?.(true);
          },
          'aria-expanded': isShown,
          onKeyDown,
          onFocus: () => setFocused(true),
          onBlur: () => {
            setFocused(false);
            onOpen?.(false);
          },
        })}
        // The field's own label names it.
        aria-labelledby={undefined}
        data-testid={testId}
      />
      <p className="visually-hidden" role="status">
        {isShown && onOpen && tn('picker_found', items.length)}
      </p>
      <ul
        {...getMenuProps({ 'aria-label': t('panel_known') })}
        aria-labelledby={undefined}
        className="known"
        hidden={!isShown}
      >
        {isShown &&
          items.map((known, index) => (
            <li
              key={knownKey(known)}
              {...getItemProps({ item: known, index })}
              className={index === highlightedIndex ? 'highlighted' : undefined}
              data-testid="known-prospect"
            >
              <Known known={known} />
            </li>
          ))}
      </ul>
    </div>
  );
}
