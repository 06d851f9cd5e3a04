import type { AdCall, AdIds, AdStep, PlannedAd } from './ads/ad';
import type { ForeignChargeId, IdempotencyKey, MessageId, ProviderPaymentId, Psid, ShopperId } from './ids';
import type { OutgoingMail } from './mail/outgoing-mail';
import type { OutgoingMessage } from './messaging/outgoing-message';
import type { ThreadWay } from './messaging/window';
import type { Money } from './money';
import type { Buyer, Paper } from './papers/invoice';
import type { PackingSlip } from './papers/packing-slip';
import type { Dispute, Evidence } from './payments/dispute';
import type {
  Charge,
  PaymentOutcome,
  PaymentProof,
  PaymentRequest,
  PaymentState,
  ProviderRefund,
  RefundOutcome,
  RefundRequest,
} from './payments/payment';
import type { Result } from './result';

/** A provider of payments. Every call answers within 20 s; no call is made inside a database transaction. */
export interface PaymentGateway {
  /** Creates the payment object; no money moves. Its id is recorded before anything else happens. */
  create(
    request: PaymentRequest,
    key: IdempotencyKey,
  ): Promise<Result<ProviderPaymentId, 'gateway_unavailable' | 'not_configured'>>;
  /** Moves the money, or finds out why not. "unknown" is never a decline: `retrieve` tells later. */
  confirm(id: ProviderPaymentId, proof: PaymentProof, key: IdempotencyKey): Promise<PaymentOutcome>;
  /**
   * Takes held or approved money once: all of it or a part, the rest is released. "unknown" may have taken it: ask with `retrieve`, or again
   * under the same key. Already taken: "succeeded" with the charge as it stands. A hold that is over: "declined".
   */
  capture(id: ProviderPaymentId, amount: Money, key: IdempotencyKey): Promise<PaymentOutcome>;
  /** Ends a payment that shall not happen any more, also a hold; answers its final state, which may be "succeeded". */
  cancel(id: ProviderPaymentId): Promise<PaymentState>;
  /**
   * Gives captured money back, once per key. "refused" is final for this key and moved nothing; "unknown" may have: `listRefunds`
   * shows it by its reference, or the same key asks again.
   */
  refund(request: RefundRequest, key: IdempotencyKey): Promise<RefundOutcome>;
  /** Every refund of a charge, also those made at the provider's dashboard, newest first. */
  listRefunds(chargeId: string): Promise<Result<ProviderRefund[], 'gateway_unavailable'>>;
  retrieve(id: ProviderPaymentId): Promise<PaymentState>;
  /** A charge made by Messenger in the merchant's account: looked up, never believed. */
  findCharge(id: ForeignChargeId): Promise<Result<Charge, 'not_found' | 'gateway_unavailable'>>;
  /** Charges since a moment that carry a reference of ours, newest first: what reconciliation reads. */
  listCharges(since: Date): Promise<Result<Charge[], 'gateway_unavailable'>>;
}

/** Disputes of a provider that has them. A state is looked up, never believed; evidence is handed in once per key. */
export interface DisputeDesk {
  find(id: string): Promise<Result<Dispute, 'not_found' | 'gateway_unavailable'>>;
  /** Hands in what the merchant says. "evidence_refused": the provider takes it no more, or not like this (`detail.code`). */
  submit(
    id: string,
    evidence: Evidence,
    key: IdempotencyKey,
  ): Promise<Result<Dispute, 'evidence_refused' | 'gateway_unavailable'>>;
  /** Gives in: she keeps, or gets, the disputed money, and nothing can be answered any more. Once, whoever asks. */
  giveIn(id: string, key: IdempotencyKey): Promise<Result<Dispute, 'evidence_refused' | 'gateway_unavailable'>>;
  /** The ids of the disputes that were opened since a moment: what reconciliation reads. */
  listOpened(since: Date): Promise<Result<string[], 'gateway_unavailable'>>;
}

/** Keeps cards of known shoppers at the provider of card payments. */
export interface CardKeeper {
  /** The customer that her kept cards belong to: one per key. */
  createCustomer(
    shopperId: ShopperId,
    key: IdempotencyKey,
  ): Promise<Result<string, 'gateway_unavailable' | 'not_configured'>>;
  /** Ends the right to charge a kept card; one that was ended before, or is unknown there, is as good. */
  detach(methodId: string): Promise<Result<null, 'gateway_unavailable'>>;
  /** Deletes a customer and every card of hers; one that is gone already is as good. */
  deleteCustomer(customerId: string): Promise<Result<null, 'gateway_unavailable'>>;
}

/**
 * Why a message did not leave, by class: "outside_window" and "unreachable" concern the person, "token_dead" and
 * "restricted" the whole Page, "rejected" the message. "rate_limited" and "temporary": not sent, later perhaps.
 * "unknown": it may have arrived; only an echo tells. `detail` holds Meta's `code` and `subcode`.
 */
export type SendProblem =
  | 'outside_window'
  | 'unreachable'
  | 'token_dead'
  | 'restricted'
  | 'rejected'
  | 'rate_limited'
  | 'temporary'
  | 'unknown';

/** "persona_refused": this Page has no personas, or not this one. "persona_unanswered": Meta may have made it, unused. */
export type PersonaProblem = 'persona_refused' | 'persona_unanswered';

/** Sends one message into a thread, the way that the window allows (`how`); `metadata` comes back in the echo. Every call answers within 10 s. */
export interface MessageSender {
  /** `personaId`: under whose name it is said, where Meta knows one; else the Page speaks. */
  send(
    psid: Psid,
    message: OutgoingMessage,
    metadata: string,
    how: ThreadWay,
    personaId?: string | null,
  ): Promise<Result<MessageId, SendProblem>>;
  /** Tells Meta a name and a picture (a public address) that a person of the shop speaks under; answers its id. */
  makePersona(name: string, pictureUrl: string): Promise<Result<string, PersonaProblem>>;
  /** Answers a comment in private, once within seven days; Meta refuses a second answer. */
  replyToComment(commentId: string, message: OutgoingMessage): Promise<Result<MessageId, SendProblem>>;
  /** Where Meta keeps the picture of a Messenger code that leads to `ref`; only where this Graph version still makes them. */
  messengerCode(ref: string): Promise<Result<string, 'code_refused' | 'code_unanswered'>>;
  /** Shows her that her words were seen and an answer is coming; whether it worked matters to nobody. */
  showTyping(psid: Psid): Promise<void>;
  /** First name and locale, as far as Meta tells; null where it does not. */
  profile(psid: Psid): Promise<{ firstName: string | null; locale: string | null } | null>;
  /** Who the app's person is to our Page; null where she is nobody there. */
  psidOfAppPerson(asid: string): Promise<Result<Psid | null, 'temporary'>>;
}

/** "not_leader": another app leads the thread. "control_refused": Meta does not let this app. "control_unanswered": it may have worked. */
export type ControlProblem = 'not_leader' | 'control_refused' | 'control_unanswered';

/** Meta's Conversation Routing: which app leads a thread. `metadata` is told to the other app. Every call answers within 10 s. */
export interface ThreadControl {
  /** Hands a thread to another app; from then on this one hears it on standby. */
  pass(psid: Psid, appId: string, metadata: string): Promise<Result<null, ControlProblem>>;
  /** Takes a thread back, which only the Page's primary app may. */
  take(psid: Psid, metadata: string): Promise<Result<null, ControlProblem>>;
  /** Asks whoever leads the thread to hand it over. */
  request(psid: Psid, metadata: string): Promise<Result<null, ControlProblem>>;
}

/** "rejected": it will never leave. "temporary": not sent, later perhaps. "unknown": it may have left. `detail.code` says more. */
export type MailProblem = 'rejected' | 'temporary' | 'unknown';

/**
 * Hands one mail to a mail server, within a minute. `messageId` is ours and stays the same when a mail is sent again, so
 * that the repetition can be recognised. A line break where a header stands is "rejected".
 */
export interface MailSender {
  send(mail: OutgoingMail, messageId: string): Promise<Result<null, MailProblem>>;
}

/** Prints papers as PDF. The same paper gives the same bytes. */
export interface PaperPress {
  /** An invoice or its correction. */
  print(paper: Paper, buyer: Buyer): Promise<Uint8Array<ArrayBuffer>>;
  printSlip(slip: PackingSlip): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Why Meta made no ad: "ad_token_dead" and "ad_no_permission" concern the account, "ad_budget_too_low" and "ad_refused"
 * the ad. "ad_rate_limited": later. "ad_unanswered": it may have been made. `detail` holds Meta's code and subcode.
 */
export type AdProblem =
  | 'ad_token_dead'
  | 'ad_no_permission'
  | 'ad_budget_too_low'
  | 'ad_refused'
  | 'ad_rate_limited'
  | 'ad_unanswered';

/** Makes Click-to-Messenger ads, always paused: only the merchant lets money flow, at Meta. Every call answers within 15 s. */
export interface AdPlatform {
  /** The call that a step would make, for a dry run. Ids that are not known yet stand as `<campaign>`. */
  plan(step: AdStep, ad: PlannedAd, ids: AdIds): AdCall;
  create(step: AdStep, ad: PlannedAd, ids: AdIds): Promise<Result<string, AdProblem>>;
  /** What an unanswered step may have made all the same, by its unmistakable name; null for nothing. */
  find(step: AdStep, ad: PlannedAd): Promise<Result<string | null, AdProblem>>;
  /** What an ad has cost so far, in the account's currency. */
  spend(metaAdId: string): Promise<Result<{ amountMinor: number; currency: string }, AdProblem>>;
}

/** A picture as it goes out, under its whole name ("<id>-640.avif"). */
export type StoredPicture = { bytes: Uint8Array<ArrayBuffer>; contentType: string };

/** Where uploaded pictures lie: a folder, or a bucket. Names are ours; putting the same again changes nothing. */
export interface PictureStore {
  put(name: string, picture: StoredPicture): Promise<void>;
  /** Null for what is not there. Throws when the store cannot be reached. */
  get(name: string): Promise<StoredPicture | null>;
  /** What is gone already is no fault. */
  remove(names: readonly string[]): Promise<void>;
}

export type PictureProblem = 'unsupported_picture' | 'picture_too_large' | 'picture_broken';
/** The renditions of one picture by the ending of their name ("640.avif"), its size and its colour ("#aabbcc"). */
export type MadePicture = {
  renditions: ReadonlyMap<string, StoredPicture>;
  width: number;
  height: number;
  dominantColour: string;
};

/** Makes of any photograph what the shop shows, and nothing else of it: no metadata, one frame, the shop's widths. */
export interface PictureMaker {
  make(upload: Uint8Array): Promise<Result<MadePicture, PictureProblem>>;
}

/** Seals personal data before it is stored; `place` (table.column:row) binds the value to where it belongs. */
export interface Sealer {
  seal(place: string, plain: string): string;
  /** Throws for a value that was changed, moved, or sealed with a key that is no longer listed. */
  open(place: string, sealed: string): string;
  /** A word that nobody else can make, the same for the same text for as long as the newest key stays. */
  mark(place: string, text: string): string;
  /** Whether a mark was made here, for this place and text, with a key that is still listed. */
  isMark(place: string, text: string, mark: string): boolean;
}

export type { Money };
