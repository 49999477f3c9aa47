import { sites } from '../../../../lib/detect/registry';
import { siteOf } from '../../../../lib/detect/site';
import { reference, watchPlainly } from './reference';

/** What runs on a page of the bench: our detectors, and the reference. */
Object.assign(window, {
  bench: {
    ours: () => {
      const url = new URL(location.href);
      return siteOf(sites, url)?.detect(document, url)?.people ?? [];
    },
    reference,
    watchPlainly: () => {
      const heard: number[] = [];
      watchPlainly(() => heard.push(Date.now()));
      return heard;
    },
  },
});
