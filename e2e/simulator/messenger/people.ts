export type KeptAddress = {
  id: string;
  street1: string;
  street2: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
};

export type KeptCard = {
  id: string;
  brand: 'visa' | 'mastercard' | 'amex' | 'paypal';
  last4: string;
  label: string;
};

/** Somebody with a phone. Addresses and cards are what she has kept with Messenger. */
export type Person = {
  psid: string;
  firstName: string;
  lastName: string;
  locale: string;
  email: string;
  phone: string;
  addresses: KeptAddress[];
  cards: KeptCard[];
};

const firstPsid = 4016091200000001n;

/** Kept in two states on purpose: sales tax and shipping differ between them. */
const keptAddresses: KeptAddress[] = [
  {
    id: 'addr_home',
    street1: '12 Test Street',
    street2: 'Apt 4',
    city: 'Oakland',
    region: 'CA',
    postalCode: '94612',
    country: 'US',
  },
  {
    id: 'addr_work',
    street1: '480 Sample Avenue',
    street2: '',
    city: 'Portland',
    region: 'OR',
    postalCode: '97204',
    country: 'US',
  },
];

const keptCards: KeptCard[] = [
  { id: 'card_visa', brand: 'visa', last4: '4242', label: 'Visa ···· 4242' },
  { id: 'card_mastercard', brand: 'mastercard', last4: '4444', label: 'Mastercard ···· 4444' },
  { id: 'card_amex', brand: 'amex', last4: '8431', label: 'American Express ···· 8431' },
  { id: 'card_paypal', brand: 'paypal', last4: '', label: 'PayPal' },
];

/** The n-th person of this world; PSIDs are opaque digits that count up from `from` so that a test can foretell them. */
export function makePerson(index: number, name: string, locale: string, from = 0): Person {
  const [firstName = 'Guest', ...rest] = name.trim().split(/\s+/);
  const mailbox = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.+|\.+$/g, '');
  return {
    psid: String(firstPsid + BigInt(from + index)),
    firstName,
    lastName: rest.join(' '),
    locale,
    email: `${mailbox || 'guest'}@example.com`,
    phone: `+1415555${String(100 + index).padStart(4, '0')}`,
    addresses: keptAddresses.map((address) => ({ ...address })),
    cards: keptCards.map((card) => ({ ...card })),
  };
}

export function defaultPeople(): Person[] {
  return [makePerson(0, 'Ada Linwood', 'en_US'), makePerson(1, 'Bruno Falkenau', 'de_DE')];
}
