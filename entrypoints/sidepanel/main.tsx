import '../../components/styles/sidepanel-page';
import { Panel } from '../../components/Panel';
import { tellBattery } from '../pages/battery';
import { mount } from '../pages/mount';
import { type AtOnce, heldAtOnce } from './atOnce';
import { usePanel } from './usePanel';

function SidePanel({ first }: { first: AtOnce }) {
  return <Panel {...usePanel(first)} />;
}

void heldAtOnce().then((first) => mount(<SidePanel first={first} />));
void tellBattery();
