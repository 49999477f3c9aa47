import '../../components/styles/base.css';
import '../../components/styles/ask.css';
import '../../components/styles/brief.css';
import '../../components/styles/follow-up.css';
import '../../components/styles/log.css';
import '../../components/styles/up-next.css';
import '../../components/styles/people.css';
import '../../components/styles/week.css';
import { Panel } from '../../components/Panel';
import { tellBattery } from '../pages/battery';
import { mount } from '../pages/mount';
import { usePanel } from './usePanel';

function SidePanel() {
  return <Panel {...usePanel()} />;
}

mount(<SidePanel />);
void tellBattery();
