import type { ImportReason } from '@/lib/domain/catalogue/import/imported-product';
import type { LocalizedText } from '@/lib/domain/market';

/** What is wrong with a cell, and what to do. */
export const IMPORT_REASONS: Record<ImportReason, LocalizedText> = {
  handle_missing: { de: 'Die Zeile sagt nicht, zu welchem Produkt sie gehört.', en: 'The row names no product.' },
  handle_malformed: {
    de: 'Erlaubt sind kleine Buchstaben, Ziffern, „-“ und „_“.',
    en: 'Only small letters, digits, "-" and "_" may stand here.',
  },
  handle_doubled: {
    de: 'Ein anderes Produkt der Datei heißt schon so.',
    en: 'Another product in this file has the same handle.',
  },
  title_missing: { de: 'Das Produkt hat keinen Titel.', en: 'The product has no title.' },
  title_too_long: { de: 'Der Titel ist länger als 200 Zeichen.', en: 'The title is longer than 200 characters.' },
  gift_card: { de: 'Gutscheine können nicht importiert werden.', en: 'Gift cards cannot be imported.' },
  no_variant_left: { de: 'Keine Variante des Produkts ist lesbar.', en: 'No variant of the product can be read.' },
  option_value_missing: { de: 'Der Wert der Option fehlt.', en: 'The value of the option is missing.' },
  option_unnamed: { de: 'Die Option hat keinen Namen.', en: 'The option has no name.' },
  variant_doubled: { de: 'Diese Variante steht schon weiter oben.', en: 'This variant stands further up already.' },
  price_missing: { de: 'Der Preis fehlt.', en: 'The price is missing.' },
  price_malformed: { de: 'Das ist kein Betrag dieser Währung.', en: 'This is no amount of this currency.' },
  compare_at_malformed: {
    de: 'Kein Betrag dieser Währung; die Variante bekommt keinen Vorher-Preis.',
    en: 'No amount of this currency; the variant gets no former price.',
  },
  sku_doubled: {
    de: 'Die Artikelnummer ist schon vergeben; die Variante bekommt eine eigene.',
    en: 'The SKU is taken in this file; the variant gets one of its own.',
  },
  stock_unknown: { de: 'Die Datei nennt keinen Bestand; er ist 0.', en: 'The file names no stock; it is 0.' },
  stock_malformed: { de: 'Das ist kein Bestand; er ist 0.', en: 'This is no stock; it is 0.' },
  weight_malformed: { de: 'Das ist kein Gewicht; es ist 0.', en: 'This is no weight; it is 0.' },
  picture_address_refused: {
    de: 'Das Bild hat keine http- oder https-Adresse und wird weggelassen.',
    en: 'The picture has no http or https address and is left out.',
  },
  sku_missing: { de: 'Jede Variante braucht eine Artikelnummer.', en: 'Every variant needs a SKU.' },
  sku_taken: {
    de: 'Ein anderes Produkt des Shops hat diese Artikelnummer.',
    en: 'Another product of the shop has this SKU.',
  },
  value_unknown: { de: 'Dieser Wert ist hier nicht möglich.', en: 'This value is not possible here.' },
  text_too_long: { de: 'Der Text ist zu lang.', en: 'The text is too long.' },
  count_malformed: { de: 'Das ist keine ganze Zahl ab 0.', en: 'This is no whole number from 0 on.' },
  barcode_malformed: {
    de: 'Ein Strichcode hat 8, 12, 13 oder 14 Ziffern.',
    en: 'A barcode has 8, 12, 13 or 14 digits.',
  },
  json_malformed: {
    de: 'Diese Zelle ist nicht mehr so, wie sie exportiert wurde.',
    en: 'This cell is no longer as it was exported.',
  },
  time_malformed: {
    de: 'Das ist keine Zeit, etwa 2026-11-20T18:00:00Z.',
    en: 'This is no time, such as 2026-11-20T18:00:00Z.',
  },
  options_unfit: {
    de: 'Die Werte passen nicht zu den Optionen des Produkts.',
    en: 'The values do not fit the options of the product.',
  },
  too_many_variants: { de: 'Ein Produkt hat höchstens 100 Varianten.', en: 'A product has at most 100 variants.' },
  differs_from_first_row: {
    de: 'Die erste Zeile des Produkts sagt etwas anderes.',
    en: 'The first row of the product says something else.',
  },
  no_price: { de: 'Was im Verkauf ist, braucht einen Preis.', en: 'What is on sale needs a price.' },
  collection_unknown: {
    de: 'Diese Kollektion gibt es nicht, oder sie füllt sich von selbst.',
    en: 'There is no such collection, or it fills itself.',
  },
  picture_unknown: {
    de: 'Ein Bild gehört nicht zu diesem Produkt und wird weggelassen.',
    en: 'A picture does not belong to this product and is left out.',
  },
};
