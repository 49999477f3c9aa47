import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../components/styles/base.css';
import '../../components/styles/log.css';
import '../../components/styles/popup.css';
import { NowContext } from '../../components/common/Now';
import { Popup } from '../../components/Popup';
import { useTick } from '../pages/useTick';
import { usePopup } from './usePopup';

function ToolbarPopup() {
  return (
    <NowContext value={useTick()}>
      <Popup {...usePopup()} />
    </NowContext>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ToolbarPopup />
    </StrictMode>,
  );
}
