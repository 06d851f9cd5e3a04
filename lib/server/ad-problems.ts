/** What can go wrong at Meta while an ad is made, in words for the merchant: the part of `problems.ts` about ads. */
export const AD_PROBLEMS = {
  ads_not_set_up: {
    status: 409,
    de: 'Es ist kein Werbekonto eingetragen (FACEBOOK_AD_ACCOUNT_ID, MARKETING_ACCESS_TOKEN).',
    en: 'No ad account is named (FACEBOOK_AD_ACCOUNT_ID, MARKETING_ACCESS_TOKEN).',
  },
  ad_being_made: {
    status: 409,
    de: 'Diese Anzeige wird gerade angelegt. Sieh in einer Minute nach.',
    en: 'This ad is being created. Look again in a minute.',
  },
  ad_token_dead: {
    status: 409,
    de: 'Meta nimmt den Schlüssel des Werbekontos nicht mehr an. Erzeuge einen neuen (MARKETING_ACCESS_TOKEN).',
    en: 'Meta no longer accepts the ad account’s token. Make a new one (MARKETING_ACCESS_TOKEN).',
  },
  ad_no_permission: {
    status: 409,
    de: 'Der Schlüssel darf in diesem Werbekonto keine Anzeigen anlegen. Gib ihm ads_management und die Seite dazu.',
    en: 'The token may create no ads in this account. Give it ads_management, and the Page.',
  },
  ad_budget_too_low: {
    status: 422,
    de: 'Meta verlangt ein höheres Budget am Tag. Erhöhe es und versuch es noch einmal.',
    en: 'Meta asks for a higher budget a day. Raise it and try again.',
  },
  ad_refused: {
    status: 422,
    de: 'Meta hat die Anzeige abgelehnt. Prüfe Text, Bild und Länder; den Code nennt das Protokoll.',
    en: 'Meta refused the ad. Check text, picture and countries; the log names the code.',
  },
  ad_rate_limited: {
    status: 503,
    de: 'Meta nimmt gerade nichts an. Tippe in ein paar Minuten noch einmal; es geht weiter, wo es aufhörte.',
    en: 'Meta takes nothing at the moment. Tap again in a few minutes; it goes on where it stopped.',
  },
  ad_unanswered: {
    status: 503,
    de: 'Meta hat nicht geantwortet. Tippe noch einmal: Wir sehen erst nach, ob die Anzeige schon da ist.',
    en: 'Meta did not answer. Tap again: we look first whether the ad is there already.',
  },
};
