/** `{code}` in an address stands for the parcel number. */
type Carrier = { name: string; trackingUrl: string };

/** Who carries parcels from here, and where each shows the way of one. Any other name may be written too, without a link. */
export const CARRIERS: readonly Carrier[] = [
  { name: 'DHL', trackingUrl: 'https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode={code}' },
  {
    name: 'Deutsche Post',
    trackingUrl: 'https://www.deutschepost.de/de/s/sendungsverfolgung.html?form.sendungsnummer={code}',
  },
  { name: 'DPD', trackingUrl: 'https://tracking.dpd.de/status/de_DE/parcel/{code}' },
  { name: 'GLS', trackingUrl: 'https://gls-group.eu/DE/de/paketverfolgung?match={code}' },
  { name: 'Hermes', trackingUrl: 'https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#{code}' },
  { name: 'UPS', trackingUrl: 'https://www.ups.com/track?tracknum={code}' },
  { name: 'FedEx', trackingUrl: 'https://www.fedex.com/fedextrack/?trknbr={code}' },
  { name: 'USPS', trackingUrl: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={code}' },
  { name: 'Österreichische Post', trackingUrl: 'https://www.post.at/sv/sendungsdetails?snr={code}' },
  { name: 'Swiss Post', trackingUrl: 'https://service.post.ch/ekp-web/ui/entry/search/{code}' },
  { name: 'Royal Mail', trackingUrl: 'https://www.royalmail.com/track-your-item#/tracking-results/{code}' },
];

/** Where a parcel can be followed, or null: without a number, or with a carrier that is not known here. */
export function trackingUrl(carrier: string, tracking: string): string | null {
  const known = CARRIERS.find(({ name }) => name.toLowerCase() === carrier.trim().toLowerCase());
  const code = tracking.replaceAll(/\s+/g, '');
  return known && code ? known.trackingUrl.replace('{code}', encodeURIComponent(code)) : null;
}
