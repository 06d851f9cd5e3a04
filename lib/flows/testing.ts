import { randomBytes } from 'node:crypto';
import { products, variantPrices, variants } from '@/lib/db/schema/catalogue';
import { shoppers } from '@/lib/db/schema/shoppers';
import { createSealer } from '@/lib/db/sealed';
import { RENDITIONS } from '@/lib/domain/catalogue/picture';
import { asId, type MessageId, type Psid, type ShopperId } from '@/lib/domain/ids';
import type { OutgoingMail } from '@/lib/domain/mail/outgoing-mail';
import type { OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import type { ThreadWay } from '@/lib/domain/messaging/window';
import type {
  ControlProblem,
  MailProblem,
  MailSender,
  MessageSender,
  PaperPress,
  PersonaProblem,
  PictureMaker,
  PictureStore,
  SendProblem,
  StoredPicture,
  ThreadControl,
} from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { createTestDatabase } from './testing-database';
import { FakeDisputeDesk } from './testing-disputes';
import { FakeGateway } from './testing-gateway';

export const TEST_PAGE = {
  id: '104201609120001',
  appId: '1602000000000012',
  linksUrl: 'https://m.me',
  drawsShare: false,
};

/** A thread that remembers what it was sent; `answer` may be replaced to let sending fail. */
export class FakeSender implements MessageSender {
  readonly sent: { psid: Psid; message: OutgoingMessage; metadata: string; how: ThreadWay; personaId?: string }[] = [];
  answer: () => Result<MessageId, SendProblem> = () => succeed(asId<MessageId>(`m_${this.sent.length}`));

  async send(psid: Psid, message: OutgoingMessage, metadata: string, how: ThreadWay, personaId?: string | null) {
    this.sent.push({ psid, message, metadata, how, ...(personaId ? { personaId } : {}) });
    return this.answer();
  }
  readonly personas: string[] = [];
  answerPersona: () => Result<string, PersonaProblem> = () => succeed(String(2_100_000_000 + this.personas.length));
  async makePersona(name: string) {
    this.personas.push(name);
    return this.answerPersona();
  }
  readonly privateReplies: { commentId: string; message: OutgoingMessage }[] = [];
  async replyToComment(commentId: string, message: OutgoingMessage) {
    this.privateReplies.push({ commentId, message });
    return this.answer();
  }
  async messengerCode(ref: string): Promise<Result<string, 'code_refused'>> {
    return TEST_PAGE.drawsShare ? succeed(`https://codes.example/${ref}`) : fail('code_refused');
  }
  async showTyping() {
    return;
  }
  async profile() {
    return { firstName: 'Ada', locale: 'de_DE' };
  }
  /** By the id that the app knows a person under: null for a stranger, "away" while Meta does not answer. */
  readonly appPeople = new Map<string, Psid | 'away'>();
  async psidOfAppPerson(asid: string): Promise<Result<Psid | null, 'temporary'>> {
    const psid = this.appPeople.get(asid) ?? null;
    return psid === 'away' ? fail('temporary') : succeed(psid);
  }
}

/** Meta's routing as a list of calls; `answer` may be replaced to let it refuse. */
export class FakeThreads implements ThreadControl {
  readonly calls: [string, ...string[]][] = [];
  answer: (call: string) => Result<null, ControlProblem> = () => succeed(null);

  async pass(psid: Psid, appId: string, metadata: string) {
    this.calls.push(['pass', psid, appId, metadata]);
    return this.answer('pass');
  }
  async take(psid: Psid, metadata: string) {
    this.calls.push(['take', psid, metadata]);
    return this.answer('take');
  }
  async request(psid: Psid, metadata: string) {
    this.calls.push(['request', psid, metadata]);
    return this.answer('request');
  }
}

/** Prints what a paper says, without its looks. */
const fakePress: PaperPress = {
  printSlip: async (slip) => new TextEncoder().encode(`%PDF ${JSON.stringify(slip)}`),
  print: async (facts, buyer) => new TextEncoder().encode(`%PDF ${JSON.stringify({ facts, buyer })}`),
};

/** A shelf for pictures that a test can look into. */
export class FakePictureStore implements PictureStore {
  readonly kept = new Map<string, StoredPicture>();
  async put(name: string, picture: StoredPicture) {
    this.kept.set(name, picture);
  }
  async get(name: string) {
    return this.kept.get(name) ?? null;
  }
  async remove(names: readonly string[]) {
    for (const name of names) this.kept.delete(name);
  }
}

/** Takes anything for a picture that was 800 × 1000. */
const fakeMaker: PictureMaker = {
  make: async (upload) =>
    succeed({
      renditions: new Map(
        RENDITIONS.map((ending) => [ending, { bytes: new Uint8Array(upload), contentType: 'image/*' }]),
      ),
      width: 800,
      height: 1000,
      dominantColour: '#336699',
    }),
};

/** A mail server that remembers what it took; `answer` may be replaced to let sending fail. */
export class FakeMail implements MailSender {
  readonly tried: { mail: OutgoingMail; messageId: string }[] = [];
  answer: () => Result<null, MailProblem> = () => succeed(null);

  async send(mail: OutgoingMail, messageId: string) {
    this.tried.push({ mail, messageId });
    return this.answer();
  }
}

/** A whole house on a database of its own, with fakes at its edges and a clock that the test moves. */
export async function createTestHouse() {
  const database = await createTestDatabase();
  const gateway = new FakeGateway();
  const desk = new FakeDisputeDesk();
  const sender = new FakeSender();
  const threads = new FakeThreads();
  const mail = new FakeMail();
  const clock = { aheadMs: 0 };
  const events: string[] = [];
  const pictureStore = new FakePictureStore();
  const deps: Deps = {
    db: database.open.db,
    payments: { stripe: gateway, paypal: null },
    disputes: { stripe: desk },
    papers: fakePress,
    cards: gateway.cards,
    messenger: sender,
    threads,
    mail,
    ads: null,
    sealer: createSealer([randomBytes(32).toString('base64')]),
    pictures: { maker: fakeMaker, store: pictureStore },
    newId: () => randomBytes(16).toString('base64url'),
    now: () => new Date(Date.now() + clock.aheadMs),
    log: (event) => events.push(event),
    wake: () => undefined,
    shopUrl: 'https://shop.example.com',
    page: TEST_PAGE,
    livemode: false,
    attemptLeaseSeconds: 45,
  };
  return {
    deps,
    gateway,
    desk,
    sender,
    threads,
    mail,
    pictureStore,
    events,
    database,
    advance: (seconds: number) => {
      clock.aheadMs += seconds * 1000;
    },
    drop: () => database.drop(),
  };
}
export type TestHouse = Awaited<ReturnType<typeof createTestHouse>>;

/** A product without options: one variant, 24.90 € and $26.90. */
export async function addProduct({ deps }: TestHouse, product: { slug: string; stock: number; eurMinor?: number }) {
  const id = deps.newId();
  const title = { de: product.slug, en: product.slug };
  await deps.db.insert(products).values({
    id,
    slug: product.slug,
    status: 'active',
    title,
    subtitle: { de: '', en: '' },
    descriptionHtml: { de: '', en: '' },
    options: [],
    images: [],
  });
  const variantId = deps.newId();
  await deps.db.insert(variants).values({
    id: variantId,
    productId: id,
    sku: product.slug.toUpperCase(),
    position: 0,
    started: product.stock,
    available: product.stock,
  });
  await deps.db.insert(variantPrices).values([
    { variantId, currency: 'EUR', amountMinor: product.eurMinor ?? 2490 },
    { variantId, currency: 'USD', amountMinor: 2690 },
  ]);
  return { productId: id, variantId, slug: product.slug };
}

/** A person with a thread; `psid: null` makes a guest. */
export async function addShopper({ deps }: TestHouse, person: { psid?: string | null } = {}): Promise<ShopperId> {
  const id = deps.newId();
  const psid =
    person.psid === undefined ? String(4_016_091_200_000_000 + Math.floor(Math.random() * 1e9)) : person.psid;
  await deps.db.insert(shoppers).values({
    id,
    pageId: psid ? TEST_PAGE.id : null,
    psid,
    locale: 'de_DE',
    lastMessageAt: deps.now(),
    createdAt: deps.now(),
  });
  return asId<ShopperId>(id);
}
