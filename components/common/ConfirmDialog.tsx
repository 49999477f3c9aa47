import * as Dialog from '@radix-ui/react-alert-dialog';
import type { ReactNode } from 'react';

export interface ConfirmDialogProps {
  title: ReactNode;
  /** What will happen, in full: how much, and whether it can be undone. */
  children: ReactNode;
  confirm: string;
  /** The safe answer; it has the focus, and Escape means it. */
  keep: string;
  onConfirm: () => void;
  onKeep: () => void;
}

/** A question that has to be answered before something is deleted. */
export default function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirm, keep, onConfirm, onKeep } = props;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onKeep()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog" data-testid="confirm-dialog">
          <Dialog.Title className="dialog-title">{title}</Dialog.Title>
          <Dialog.Description asChild>
            <div>{children}</div>
          </Dialog.Description>
          <p className="buttons">
            <button type="button" className="danger" data-testid="confirm" onClick={onConfirm}>
              {confirm}
            </button>
            <Dialog.Cancel asChild>
              <button type="button" data-testid="keep">
                {keep}
              </button>
            </Dialog.Cancel>
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
