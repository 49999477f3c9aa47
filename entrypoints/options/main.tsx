import '../../components/styles/base.css';
import '../../components/styles/options.css';
import { Options } from '../../components/Options';
import { mount } from '../pages/mount';
import { useOptions } from './useOptions';

function OptionsPage() {
  const options = useOptions();
  return options && <Options {...options} />;
}

mount(<OptionsPage />);
