import type { Evidence } from '@/lib/domain/payments/dispute';

/** The longest note that PayPal takes with one piece of evidence, and the longest message. */
export const NOTES_LENGTH = 2_000;

/** What the merchant says, as pieces of evidence that PayPal has kinds for. Source: Customer Disputes v1, `evidence`. */
export function evidencesOf(evidence: Evidence): unknown[] {
  const { carrier, trackingNumber, shippedOn } = evidence;
  const person = [evidence.customerName, evidence.customerEmail, evidence.shippingAddress];
  return [
    ...(trackingNumber === ''
      ? []
      : [
          {
            evidence_type: 'PROOF_OF_FULFILLMENT',
            evidence_info: {
              tracking_info: [
                {
                  carrier_name: 'OTHER',
                  carrier_name_other: carrier === '' ? 'unknown' : carrier,
                  tracking_number: trackingNumber,
                },
              ],
            },
            ...(shippedOn === '' ? {} : { notes: `Sent on ${shippedOn}.` }),
          },
        ]),
    ...notes('OTHER', evidence.statement),
    ...notes('ITEM_DESCRIPTION', evidence.productDescription),
    ...notes('DELIVERY_ADDRESS', person.filter((line) => line !== '').join('\n')),
    ...notes('RETURN_POLICY', evidence.terms),
  ];
}

// As many notes as the text needs, each ending at the end of a line where there is one.
function notes(kind: string, text: string): { evidence_type: string; notes: string }[] {
  const pieces: { evidence_type: string; notes: string }[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const whole = rest.length <= NOTES_LENGTH;
    const lineEnd = whole ? -1 : rest.lastIndexOf('\n', NOTES_LENGTH - 1);
    const end = whole ? rest.length : lineEnd > NOTES_LENGTH / 2 ? lineEnd : withoutHalf(rest, NOTES_LENGTH);
    pieces.push({ evidence_type: kind, notes: rest.slice(0, end) });
    rest = rest.slice(end).trim();
  }
  return pieces;
}

// Never between the two halves of one character.
function withoutHalf(text: string, end: number): number {
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end;
}
