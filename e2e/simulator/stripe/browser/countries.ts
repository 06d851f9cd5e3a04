const codes =
  'AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GR HK HR HU IE IN IT JP LI LT LU LV MT MX MY NL NO NZ PL PT RO SE SG SI SK TH US';
const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** The countries where this double's shoppers have their cards, by name. */
export const countries: [code: string, name: string][] = codes
  .split(' ')
  .map((code): [string, string] => [code, names.of(code) ?? code])
  .sort((left, right) => left[1].localeCompare(right[1], 'en'));
