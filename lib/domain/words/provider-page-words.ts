/** What is said of a payment on a provider's own page: before she leaves, while she is there, and when she is back. */
export type ProviderPageWords = {
  sameView: string;
  newTab: string;
  noTab: string;
  giveUp: string;
  title: string;
  asking: string;
  paid: string;
  paidElsewhere: string;
  toOrder: string;
  toThread: string;
  declined: string;
  refused: string;
  notYet: string;
  onThere: string;
  cancelled: string;
  toCheckout: string;
  over: string;
};
