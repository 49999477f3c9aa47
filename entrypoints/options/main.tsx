import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../components/styles/base.css';
import '../../components/styles/options.css';
import { Options } from '../../components/Options';
import { useOptions } from './useOptions';

function OptionsPage() {
  const options = useOptions();
  return options && <Options {...options} />;
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <OptionsPage />
    </StrictMode>,
  );
}
