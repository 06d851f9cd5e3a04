import type { Language } from '../market';

const de = {
  noSuchOrder: (label: string) =>
    `Unter ${label} finde ich bei dir keine Bestellung. Schau bitte noch einmal nach der Nummer, oder öffne alle deine Bestellungen.`,
  cancelAsk: (label: string) =>
    `Soll ich deine Bestellung ${label} stornieren? Was du bezahlt hast, geht dann an dich zurück.`,
  cancelYes: 'Ja, stornieren',
  keep: 'Nein, behalten',
  cancelled: (label: string) => `In Ordnung, ${label} ist storniert. Vielleicht findest du ja etwas anderes?`,
  cancelLate: (label: string) =>
    `${label} lässt sich nicht mehr stornieren. Ist sie schon unterwegs, kannst du sie nach dem Erhalt zurückgeben.`,
  cancelLater: (label: string) =>
    `Ob ${label} storniert werden konnte, weiß ich gerade noch nicht. Bitte versuch es in ein paar Minuten noch einmal.`,
  returnAsk: (label: string) =>
    `Möchtest du deine Bestellung ${label} widerrufen und zurückgeben? Dann gebe ich das sofort weiter und bestätige es dir.`,
  returnYes: 'Ja, widerrufen',
  returnStart: 'Zurückgeben',
  returned: (label: string, date: string) =>
    `Dein Widerruf zu Bestellung ${label} ist am ${date} bei uns eingegangen. Wir melden uns, wie es mit der Rücksendung und deinem Geld weitergeht.`,
  mailWhere: (label: string) =>
    `Wohin soll die Bestätigung zu ${label}? Tipp auf deine E-Mail-Adresse. Du findest sie auch auf der Seite der Bestellung.`,
  myMail: 'Meine E-Mail',
  mailSent: (label: string, address: string) => `Die Bestätigung zu ${label} geht an ${address}.`,
  person:
    'Da hole ich einen Menschen dazu. Jemand aus dem Team meldet sich hier bei dir; so lange halte ich mich zurück.',
  callMe: 'Ruft mich an',
  callNoted: (phone: string) =>
    `Danke, das gebe ich weiter: Jemand aus dem Team ruft dich unter ${phone} an oder schreibt dir hier.`,
  notUnderstoodTwice:
    'Da komme ich nicht weiter, also hole ich einen Menschen dazu. Jemand aus dem Team meldet sich hier bei dir. Was ich verstehe, beantworte ich dir inzwischen gern.',
  stopped:
    'Verstanden: Du bekommst hier keine Werbung und keine Erinnerungen mehr. Nachrichten zu deinen Bestellungen kommen weiter.',
  resume: 'Doch wieder gern',
  resumed:
    'In Ordnung, der Stopp ist aufgehoben. Werbung kommt erst wieder, wenn du sie dir hier wünschst. Mit „Stopp“ ist jederzeit Schluss.',
  language: 'Gern, ab jetzt auf Deutsch. Was darf ich dir zeigen?',
  otherLanguage: { title: 'English', payload: 'LANGUAGE:en' },
  askPerson: 'Mensch, bitte',
  botIsBack: (shop: string) =>
    `Hier antwortet jetzt wieder der automatische Assistent von ${shop}. Schreib „Mensch“, wenn du noch jemanden brauchst.`,
  more: 'Mehr zeigen',
  inStock: (title: string, choice: string) => `Ja, „${title}“ gibt es in ${choice}:`,
  notInStock: (title: string, choice: string) =>
    `„${title}“ in ${choice} ist gerade ausverkauft. Das hier gibt es noch:`,
};

export type ServiceWords = typeof de;

const en: ServiceWords = {
  noSuchOrder: (label) =>
    `I find no order of yours under ${label}. Please check the number once more, or open all your orders.`,
  cancelAsk: (label) => `Shall I cancel your order ${label}? What you paid goes back to you.`,
  cancelYes: 'Yes, cancel it',
  keep: 'No, keep it',
  cancelled: (label) => `All right, ${label} is cancelled. Maybe you will find something else?`,
  cancelLate: (label) =>
    `${label} can no longer be cancelled. If it is on its way already, you can return it once it is there.`,
  cancelLater: (label) => `I do not know yet whether ${label} could be cancelled. Please try again in a few minutes.`,
  returnAsk: (label) =>
    `Would you like to withdraw from your order ${label} and send it back? I pass that on at once and confirm it to you.`,
  returnYes: 'Yes, withdraw',
  returnStart: 'Send it back',
  returned: (label, date) =>
    `We received your withdrawal from order ${label} on ${date}. We will tell you how to send it back and when your money comes.`,
  mailWhere: (label) =>
    `Where shall the confirmation of ${label} go? Tap your e-mail address. You also find it on the page of the order.`,
  myMail: 'My e-mail',
  mailSent: (label, address) => `The confirmation of ${label} goes to ${address}.`,
  person: 'I will get a person. Somebody of the team answers you here; until then I keep quiet.',
  callMe: 'Call me',
  callNoted: (phone) => `Thank you, I pass that on: somebody of the team calls you on ${phone} or writes to you here.`,
  notUnderstoodTwice:
    'I am getting nowhere, so I will get a person. Somebody of the team answers you here. What I do understand I gladly answer meanwhile.',
  stopped: 'Understood: no more advertising and no reminders here. Messages about your orders still come.',
  resume: 'Yes please, again',
  resumed:
    'All right, the stop is lifted. Advertising comes again only when you ask for it here. "Stop" ends it at any time.',
  language: 'Gladly, in English from now on. What may I show you?',
  otherLanguage: { title: 'Deutsch', payload: 'LANGUAGE:de' },
  askPerson: 'A person, please',
  botIsBack: (shop) =>
    `From now on ${shop}'s automatic assistant answers you again. Write "person" if you still need somebody.`,
  more: 'Show more',
  inStock: (title, choice) => `Yes, "${title}" comes in ${choice}:`,
  notInStock: (title, choice) => `"${title}" in ${choice} is sold out at the moment. This is still here:`,
};

export const SERVICE_WORDS: Record<Language, ServiceWords> = { de, en };
