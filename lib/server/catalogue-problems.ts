/** What can go wrong with the merchant's catalogue; a part of `PROBLEMS`. */
export const CATALOGUE_PROBLEMS = {
  no_price: {
    status: 422,
    de: 'Ohne Preis kann es nicht in den Verkauf. Gib mindestens einer Variante einen.',
    en: 'Without a price it cannot go on sale. Give at least one variant a price.',
  },
  alt_missing: {
    status: 422,
    de: 'Ein Bild hat noch keine Beschreibung. Schreib sie auf Deutsch und Englisch, oder sag, warum es keine braucht.',
    en: 'A picture has no description yet. Write it in German and English, or say why it needs none.',
  },
  sku_taken: {
    status: 422,
    de: 'Diese Artikelnummer hat schon ein anderes Produkt. Bitte nimm eine andere.',
    en: 'Another product has this SKU already. Please take another one.',
  },
  unsupported_picture: {
    status: 415,
    de: 'Das ist kein Foto, das wir lesen können. Nimm JPEG, PNG, WebP oder AVIF, ein einzelnes Bild.',
    en: 'This is no photograph that we can read. Take JPEG, PNG, WebP or AVIF, a single picture.',
  },
  picture_too_large: {
    status: 413,
    de: 'Dieses Bild ist zu groß. Höchstens 20 MB und 80 Megapixel.',
    en: 'This picture is too large. At most 20 MB and 80 megapixels.',
  },
  picture_broken: {
    status: 422,
    de: 'Dieses Bild ist beschädigt oder unvollständig. Bitte nimm ein anderes.',
    en: 'This picture is damaged or incomplete. Please take another one.',
  },
  picture_gone: {
    status: 422,
    de: 'Dieses Bild gibt es hier nicht mehr. Bitte lade es noch einmal hoch.',
    en: 'This picture is no longer here. Please upload it again.',
  },
  country_twice: {
    status: 422,
    de: 'Eines dieser Länder gehört schon zu einer anderen Zone.',
    en: 'One of these countries belongs to another zone already.',
  },
  too_many_blocks: {
    status: 422,
    de: 'Auf der Startseite ist kein Platz mehr. Nimm zuerst einen anderen Baustein heraus.',
    en: 'There is no room left on the home page. Take another block out first.',
  },
  home_too_heavy: {
    status: 422,
    de: 'Die Startseite wird zu schwer für ein Telefon. Mach zuerst den genannten Baustein leichter.',
    en: 'The home page gets too heavy for a phone. Make the named block lighter first.',
  },
  import_has_errors: {
    status: 409,
    de: 'In der Datei sind noch Fehler. Verbessere sie und lade die Datei noch einmal hoch.',
    en: 'The file still has errors. Mend them and upload the file again.',
  },
  import_empty: {
    status: 422,
    de: 'Bitte wähle eine CSV-Datei mit Inhalt.',
    en: 'Please choose a CSV file that is not empty.',
  },
  import_no_text: {
    status: 415,
    de: 'Das ist keine Textdatei. Speichere die Tabelle als CSV.',
    en: 'This is no text file. Save the table as CSV.',
  },
  undo_too_late: {
    status: 409,
    de: 'Das lässt sich nicht mehr rückgängig machen: Seitdem hat sich etwas davon geändert.',
    en: 'This cannot be undone any more: something of it has changed since.',
  },
  unknown_picture: {
    status: 422,
    de: 'Ein Bild ist nicht mehr da. Bitte lade es noch einmal hoch.',
    en: 'A picture is no longer there. Please upload it again.',
  },
} as const;
