import { arrive } from './arrival';
import { keepCartBadge } from './cart-badge';
import { prepareInstalled } from './installed';
import { startLateScripts } from './late-scripts';
import { oneByOne } from './one-by-one';

// The own script of the pages that the front door keeps: what each of them does once everything visible is there, without
// React. Until then, and without it, a page is what the server said: links and forms work.
const { sdkUrl = '', appId = '' } = document.body.dataset;
const visit = () =>
  oneByOne([() => arrive({ sdkUrl, appId }, null), keepCartBadge, startLateScripts, prepareInstalled]);

if (document.readyState === 'complete') visit();
else window.addEventListener('load', visit);
