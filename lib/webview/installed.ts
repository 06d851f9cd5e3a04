/**
 * Where the shop stands on a phone's own screen, has a page ready for when there is no network. In a webview or a browser's tab
 * nothing is registered: there the host says it, and the first page need not wait for a worker to start.
 */
export function prepareInstalled(): void {
  if (!window.matchMedia('(display-mode: standalone)').matches) return;
  navigator.serviceWorker?.register('/sw.js').catch(() => undefined);
}
