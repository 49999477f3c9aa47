import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../components/styles/base.css';
import '../../components/styles/brief.css';
import '../../components/styles/log.css';
import { NowContext } from '../../components/common/Now';
import { Panel } from '../../components/Panel';
import { useTick } from '../pages/useTick';
import { usePanel } from './usePanel';

function SidePanel() {
  return (
    <NowContext value={useTick()}>
      <Panel {...usePanel()} />
    </NowContext>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <SidePanel />
    </StrictMode>,
  );
}
