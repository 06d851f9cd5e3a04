/** What can go wrong with the people of the shop and their passwords; a part of `PROBLEMS`. */
export const STAFF_PROBLEMS = {
  wrong_password: {
    status: 403,
    de: 'Das Passwort stimmt nicht.',
    en: 'The password is wrong.',
  },
  wrong_code: {
    status: 403,
    de: 'Dieser Code stimmt nicht (mehr). Nimm den, den die App gerade zeigt.',
    en: 'This code is not right (any more). Take the one that the app shows now.',
  },
  code_over: {
    status: 410,
    de: 'Das hat zu lange gedauert, oder es waren zu viele Versuche. Melde dich noch einmal mit dem Passwort an.',
    en: 'That took too long, or there were too many tries. Please sign in with your password again.',
  },
  passkey_over: {
    status: 410,
    de: 'Das hat zu lange gedauert. Bitte versuche es noch einmal.',
    en: 'That took too long. Please try again.',
  },
  passkey_unknown: {
    status: 401,
    de: 'Diesen Passkey kennt der Shop nicht (mehr). Melde dich mit deinem Passwort an.',
    en: 'The shop does not know this passkey (any more). Please sign in with your password.',
  },
  passkey_refused: {
    status: 403,
    de: 'Mit diesem Passkey konnten wir dich nicht sicher erkennen. Entsperre ihn mit Finger, Gesicht oder PIN, oder nimm dein Passwort.',
    en: 'We could not make sure that it is you. Unlock the passkey by finger, face or PIN, or take your password.',
  },
  forbidden: {
    status: 403,
    de: 'Dafür fehlt dir die Berechtigung.',
    en: 'You are not allowed to do this.',
  },
  sign_in_again: {
    status: 403,
    de: 'Zur Sicherheit: Gib noch einmal dein Passwort ein und sende es wieder ab. Was du eingetragen hast, bleibt stehen.',
    en: 'To be safe: type your password once more and send it again. What you filled in stays here.',
  },
  already_staff: {
    status: 409,
    de: 'Diese Adresse gehört schon zum Team.',
    en: 'This address is one of the staff already.',
  },
  last_owner: {
    status: 409,
    de: 'Jemandem muss der Shop gehören. Mach zuerst jemand anderen zur Inhaberin oder zum Inhaber.',
    en: 'Somebody has to own the shop. Make somebody else an owner first.',
  },
  invitation_over: {
    status: 410,
    de: 'Diese Einladung gilt nicht mehr. Bitte um eine neue.',
    en: 'This invitation is over. Please ask for a new one.',
  },
  reset_over: {
    status: 410,
    de: 'Dieser Link gilt nicht mehr. Fordere einen neuen an.',
    en: 'This link is over. Please ask for a new one.',
  },
  password_too_short: {
    status: 422,
    de: 'Das Passwort braucht mindestens 12 Zeichen.',
    en: 'The password needs at least 12 characters.',
  },
  password_too_long: {
    status: 422,
    de: 'Das Passwort darf höchstens 128 Zeichen haben.',
    en: 'The password may have at most 128 characters.',
  },
  password_leaked: {
    status: 422,
    de: 'Dieses Passwort ist aus einem Datenleck bekannt. Bitte nimm ein anderes, zum Beispiel vier zufällige Wörter.',
    en: 'This password is known from a leak. Please take another one, four random words for example.',
  },
  password_too_simple: {
    status: 422,
    de: 'Dieses Passwort errät man zu leicht. Nimm zum Beispiel vier zufällige Wörter.',
    en: 'This password is too easy to guess. Take four random words, for example.',
  },
} as const;
