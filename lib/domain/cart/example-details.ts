import type { CheckoutDetails } from './address';

/** An invented person in Berlin, for tests, proofs and the bench. */
export const EXAMPLE_DETAILS: CheckoutDetails = {
  email: 'ada@example.com',
  phone: '',
  address: {
    name: 'Ada Muster',
    street1: 'Hauptstr. 1',
    street2: '',
    postalCode: '10115',
    city: 'Berlin',
    region: '',
    country: 'DE',
  },
};
