import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { NowContext } from '../../components/common/Now';
import { showLanguage } from './language';
import { keepTheme } from './theme';
import { useTick } from './useTick';

function Ticking({ children }: { children: ReactNode }) {
  return <NowContext value={useTick()}>{children}</NowContext>;
}

/** Draws a page of the extension, in the language of its words and the look that the rep chose. */
export function mount(page: ReactNode): void {
  showLanguage();
  keepTheme();
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <Ticking>{page}</Ticking>
    </StrictMode>,
  );
}
