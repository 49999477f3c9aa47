import '../../components/styles/options-page';
import { useEffect } from 'react';
import { Options } from '../../components/Options';
import { mount } from '../pages/mount';
import { useOptions } from './useOptions';

function OptionsPage() {
  const options = useOptions();
  const ready = options !== null;
  // A link from elsewhere names a card; it is there only once the settings are read.
  useEffect(() => {
    if (ready) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [ready]);
  return options && <Options {...options} />;
}

mount(<OptionsPage />);
