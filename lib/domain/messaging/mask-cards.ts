// A card number as people type it: groups of digits with a blank, a dot or a dash between them.
const DIGIT_RUN = /\d(?:[\s.–-]{0,2}\d){12,}/g;
const SHORTEST = 13;
const LONGEST = 19;
const LEFT_READABLE = 4;

/**
 * Hides what looks like a card number (13 to 19 digits that pass the Luhn check), save its last four digits: shoppers
 * do type their card into the chat, and no shop may keep it.
 */
export function maskCardNumbers(text: string): string {
  return text.replace(DIGIT_RUN, (run) => {
    const digits = run.replace(/\D/g, '');
    const hidden = hiddenPlaces(digits);
    let place = -1;
    return run.replace(/\d/g, (digit) => {
      place += 1;
      return hidden.has(place) ? '•' : digit;
    });
  });
}

// Every window counts: the expiry date and the check digits often follow without a word between them.
function hiddenPlaces(digits: string): Set<number> {
  const hidden = new Set<number>();
  for (let start = 0; start + SHORTEST <= digits.length; start += 1) {
    for (let length = Math.min(LONGEST, digits.length - start); length >= SHORTEST; length -= 1) {
      if (!passesLuhn(digits.slice(start, start + length))) continue;
      for (let place = start; place < start + length - LEFT_READABLE; place += 1) hidden.add(place);
    }
  }
  return hidden;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum > 0 && sum % 10 === 0;
}
