import '../../components/styles/popup-page';
import { Popup } from '../../components/Popup';
import { mount } from '../pages/mount';
import { usePopup } from './usePopup';

function ToolbarPopup() {
  return <Popup {...usePopup()} />;
}

mount(<ToolbarPopup />);
