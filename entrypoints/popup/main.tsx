import '../../components/styles/base.css';
import '../../components/styles/follow-up.css';
import '../../components/styles/log.css';
import '../../components/styles/popup.css';
import { Popup } from '../../components/Popup';
import { mount } from '../pages/mount';
import { usePopup } from './usePopup';

function ToolbarPopup() {
  return <Popup {...usePopup()} />;
}

mount(<ToolbarPopup />);
