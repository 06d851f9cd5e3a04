import { Emitter } from './emitter';
import type { FromFrame, Hello, ToFrame } from './messages';
import { type Foreign, foreign, IntegrationError } from './values';

type Waiting = (answer: { value?: Foreign; error?: Foreign }) => void;
type Setting = { origin: string; key: string; appearance: Foreign };

const elementType = 'payment';
const patienceMs = 8_000;

/** Omit that keeps the members of a union apart. */
type Without<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** The Payment Element: a frame of Stripe's own origin in the page's node; the page never sees what is typed there. */
export class PaymentElement extends Emitter {
  private frame: HTMLIFrameElement | null = null;
  private port: MessagePort | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private destroyed = false;
  private heard = false;
  onEdited: () => void = () => undefined;

  constructor(
    private readonly setting: Setting,
    private options: Foreign,
    private readonly onDestroy: () => void,
  ) {
    super();
  }

  get mounted(): boolean {
    return this.port !== null && this.frame?.isConnected === true;
  }

  get billingFields(): unknown {
    return foreign(this.options.fields).billingDetails;
  }

  mount(target: unknown): void {
    if (this.destroyed) throw new IntegrationError('This Element has already been destroyed. Please create a new one.');
    const node = typeof target === 'string' ? document.querySelector(target) : target;
    if (!(node instanceof HTMLElement)) {
      throw new IntegrationError(
        typeof target === 'string'
          ? `The selector you specified (${target}) applies to no DOM elements that are currently on the page.`
          : 'Missing argument. Make sure to call mount() with a valid DOM element or selector.',
      );
    }
    this.unmount();
    const frame = document.createElement('iframe');
    Object.assign(frame, { title: 'Secure payment input frame', allow: 'payment *' });
    frame.name = `__privateStripeFrame${Math.floor(Math.random() * 9000) + 1000}`;
    Object.assign(frame.style, {
      border: '0',
      width: '100%',
      height: '150px',
      display: 'block',
    });
    frame.src = `${this.setting.origin}/frame/payment`;
    frame.addEventListener('load', () => this.shakeHands(frame));
    this.frame = frame;
    this.heard = false;
    this.emit('loaderstart', { elementType });
    node.replaceChildren(frame);
  }

  unmount(): void {
    this.port?.close();
    this.port = null;
    this.frame?.remove();
    this.frame = null;
    for (const [id, answer] of this.waiting) {
      this.waiting.delete(id);
      answer({ error: { type: 'invalid_request_error', message: 'The Element was unmounted.' } });
    }
  }

  destroy(): void {
    this.unmount();
    this.destroyed = true;
    this.onDestroy();
  }

  update(options: unknown): void {
    this.options = { ...this.options, ...foreign(options) };
    this.tell({ is: 'options', options: this.options });
  }

  setAppearance(appearance: Foreign): void {
    this.setting.appearance = appearance;
    this.tell({ is: 'appearance', appearance });
  }

  focus(): void {
    this.tell({ is: 'focus' });
  }

  blur(): void {
    this.tell({ is: 'blur' });
  }

  clear(): void {
    this.tell({ is: 'clear' });
  }

  collapse(): this {
    return this;
  }

  ask(question: Without<Extract<ToFrame, { id: number }>, 'id'>): Promise<{ value?: Foreign; error?: Foreign }> {
    if (!this.mounted) {
      throw new IntegrationError(
        'Invalid value for elements: we could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is still mounted.',
      );
    }
    const id = this.nextId++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.tell({ ...question, id });
    });
  }

  private tell(message: ToFrame): void {
    // Options can hold what no message carries; the frame only needs plain data.
    this.port?.postMessage(JSON.parse(JSON.stringify(message)));
  }

  private shakeHands(frame: HTMLIFrameElement): void {
    const channel = new MessageChannel();
    const { key, appearance, origin } = this.setting;
    const hello: Hello = { kiosk: 'payment-frame', key, appearance, options: this.options };
    this.port = channel.port1;
    channel.port1.onmessage = (message: MessageEvent<FromFrame>) => this.hear(message.data);
    frame.contentWindow?.postMessage(JSON.parse(JSON.stringify(hello)), origin, [channel.port2]);
    // A frame that shows the browser's error page never answers, and nothing else tells of it.
    window.setTimeout(() => {
      if (this.frame !== frame || this.heard) return;
      this.port = null;
      const message = 'Failed to load the Payment Element: its frame does not answer.';
      this.emit('loaderror', { elementType, error: { type: 'api_connection_error', message } });
    }, patienceMs);
  }

  private hear(message: FromFrame): void {
    this.heard = true;
    if (message.is === 'height' && this.frame) this.frame.style.height = `${message.height}px`;
    else if (message.is === 'answer') {
      const { value, error } = message;
      this.waiting.get(message.id)?.({ ...(value ? { value } : {}), ...(error ? { error } : {}) });
      this.waiting.delete(message.id);
    } else if (message.is === 'change') {
      this.onEdited();
      const { empty, complete } = message;
      this.emit('change', { elementType, empty, complete, collapsed: false, value: { type: 'card' } });
    } else if (message.is === 'ready' || message.is === 'focus' || message.is === 'blur' || message.is === 'escape') {
      this.emit(message.is, { elementType });
    }
  }
}
