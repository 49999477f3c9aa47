import '../../components/styles/sidepanel-page';
import { Panel } from '../../components/Panel';
import { tellBattery } from '../pages/battery';
import { mount } from '../pages/mount';
import { usePanel } from './usePanel';

function SidePanel() {
  return <Panel {...usePanel()} />;
}

mount(<SidePanel />);
void tellBattery();
