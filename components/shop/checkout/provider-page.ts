/** A phone's Messenger names itself in the user agent; its webview is the whole view. On the desktop it is a frame. */
const IN_APP = /FBA[NV]|Orca-Android/;

/** A provider's page refuses to be framed: where we stand in a frame it opens in a tab of its own. */
export function isFramed(): boolean {
  return window.parent !== window && !IN_APP.test(navigator.userAgent);
}

/**
 * Opens an empty tab for a provider's page: within the tap itself, since later no browser would let us. `lead` sends it
 * there and cuts its way back to this page; null where no tab was given.
 */
export function openTab(): { lead: (url: string) => void; close: () => void } | null {
  const tab = window.open('', '_blank');
  if (!tab) return null;
  return {
    lead: (url) => {
      tab.opener = null;
      tab.location.replace(url);
    },
    close: () => tab.close(),
  };
}

/** Leaves for the provider's page in this very view, for good. */
export function leaveFor(url: string): Promise<void> {
  window.location.assign(url);
  return new Promise(() => undefined);
}
