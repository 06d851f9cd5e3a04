/** Shows the bank's page above the shop's until the shopper is done with it. Styles are set one by one: the shop's CSP forbids inline styles. */
export function showChallenge(url: string): Promise<void> {
  const origin = new URL(url).origin;
  const cover = document.createElement('div');
  cover.setAttribute('role', 'dialog');
  cover.setAttribute('aria-modal', 'true');
  cover.setAttribute('aria-label', 'Authentication by your bank');
  Object.assign(cover.style, {
    position: 'fixed',
    inset: '0',
    zIndex: '2147483647',
    background: 'rgba(0, 0, 0, 0.6)',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
  });
  const frame = document.createElement('iframe');
  Object.assign(frame, { title: '3D Secure authentication', name: 'stripe-challenge-frame' });
  Object.assign(frame.style, {
    border: '0',
    width: 'min(100%, 500px)',
    height: 'min(100%, 420px)',
    background: 'white',
    borderRadius: '12px',
    colorScheme: 'light',
  });
  frame.src = url;
  cover.append(frame);
  const before = document.activeElement;
  document.body.append(cover);
  frame.addEventListener('load', () => frame.focus());
  return new Promise((resolve) => {
    const hear = (message: MessageEvent<unknown>) => {
      if (message.source !== frame.contentWindow || message.origin !== origin) return;
      if (message.data !== 'kiosk-challenge-done') return;
      window.removeEventListener('message', hear);
      cover.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve();
    };
    window.addEventListener('message', hear);
  });
}
