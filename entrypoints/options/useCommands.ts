import { useEffect, useState } from 'react';
import type { CommandKey } from '../../components/options/Keyboard';

const names: Record<string, CommandKey['name']> = {
  _execute_action: 'log',
  'open-brief': 'brief',
};

/** @returns the browser's keys for the extension, as they are set now. */
export function useCommands(): CommandKey[] {
  const [commands, setCommands] = useState<CommandKey[]>([]);
  useEffect(() => {
    void chrome.commands.getAll().then((all) =>
      setCommands(
        all.flatMap(({ name, shortcut }) => {
          const known = names[name ?? ''];
          return known ? [{ name: known, keys: shortcut ?? '' }] : [];
        }),
      ),
    );
  }, []);
  return commands;
}
