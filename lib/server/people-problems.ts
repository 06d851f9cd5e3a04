/** What can go wrong when somebody of the shop writes into a thread, or takes it. */
export const PEOPLE_PROBLEMS = {
  page_refused: {
    status: 409,
    de: 'Meta hat abgelehnt. Was nicht stimmt, steht in der Liste daneben.',
    en: 'Meta refused. The list beside says what is not right.',
  },
  page_unanswered: {
    status: 503,
    de: 'Meta hat nicht geantwortet. Bitte versuche es in einem Moment noch einmal.',
    en: 'Meta did not answer. Please try again in a moment.',
  },
  signed_out: {
    status: 401,
    de: 'Du bist nicht (mehr) angemeldet. Melde dich noch einmal an; was du geschrieben hast, bleibt hier.',
    en: 'You are not signed in (any more). Please sign in again; what you wrote stays here.',
  },
  too_many_desks: {
    status: 503,
    de: 'Gerade sind zu viele Schreibtische offen. Neues siehst du nach dem Neuladen.',
    en: 'Too many desks are open at the moment. Reload to see what is new.',
  },
  window_closed: {
    status: 409,
    de: 'Messenger lässt uns gerade nicht mehr in diesen Chat schreiben. Unten steht, was trotzdem geht.',
    en: 'Messenger no longer lets us write into this thread. Below it says what works all the same.',
  },
  shopper_unreachable: {
    status: 409,
    de: 'Sie nimmt gerade keine Nachrichten der Seite an. Unten steht, was trotzdem geht.',
    en: 'She takes no messages of the Page at the moment. Below it says what works all the same.',
  },
  led_elsewhere: {
    status: 409,
    de: 'Der Posteingang der Seite führt diesen Chat. Hol ihn zurück, dann kannst du schreiben.',
    en: "The Page's inbox leads this thread. Fetch it back, then you can write.",
  },
  thread_asked_for: {
    status: 409,
    de: 'Wir dürfen den Chat nicht selbst zurückholen. Der Posteingang der Seite ist jetzt darum gebeten.',
    en: "We may not fetch the thread back ourselves. The Page's inbox has been asked for it.",
  },
  not_leader: {
    status: 409,
    de: 'Ein anderer Posteingang führt diesen Chat. Bitte lade die Seite neu.',
    en: 'Another inbox leads this thread. Please reload the page.',
  },
  control_refused: {
    status: 409,
    de: 'Messenger erlaubt das dieser App nicht. Sieh in den Einstellungen der Seite unter „Conversation Routing“ nach.',
    en: 'Messenger does not allow this app to do that. Look under "Conversation Routing" in the settings of the Page.',
  },
  code_refused: {
    status: 409,
    de: 'Messenger zeichnet auf dieser Seite keine Codes mehr. Der QR-Code führt an denselben Ort.',
    en: 'Messenger no longer draws codes on this Page. The QR code leads to the same place.',
  },
  code_unanswered: {
    status: 503,
    de: 'Messenger hat nicht geantwortet. Bitte versuche es gleich noch einmal.',
    en: 'Messenger did not answer. Please try again in a moment.',
  },
  persona_refused: {
    status: 409,
    de: 'Messenger nimmt auf dieser Seite keinen eigenen Namen an. Es spricht weiter die Seite.',
    en: 'Messenger takes no name of your own on this Page. The Page goes on speaking.',
  },
  persona_unanswered: {
    status: 503,
    de: 'Messenger hat nicht geantwortet. Bitte versuche es gleich noch einmal.',
    en: 'Messenger did not answer. Please try again in a moment.',
  },
  control_unanswered: {
    status: 503,
    de: 'Messenger hat nicht geantwortet. Bitte versuche es gleich noch einmal.',
    en: 'Messenger did not answer. Please try again in a moment.',
  },
} as const;
