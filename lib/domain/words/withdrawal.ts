import type { Language } from '../market';
import { withdrawalWordsAr } from './ar/withdrawal';

const de = {
  link: 'Vertrag widerrufen',
  title: 'Vertrag widerrufen',
  text: 'Hier widerrufst du deine Bestellung. Einen Grund musst du nicht nennen.',
  statement: 'Hiermit widerrufe ich den Vertrag über die unten genannte Bestellung.',
  name: 'Name',
  number: 'Bestellnummer',
  numberHint: 'oder was du wann bestellt hast',
  email: 'E-Mail',
  emailHint: 'für die Eingangsbestätigung',
  confirm: 'Widerruf bestätigen',
  notice: 'Die Widerrufsbelehrung lesen',
  received: {
    title: 'Dein Widerruf ist eingegangen',
    at: 'Eingegangen am',
    mailed: (email: string) => `Diese Bestätigung schicken wir auch an ${email}.`,
    next: 'Wir prüfen ihn und melden uns mit den nächsten Schritten. Bitte bewahre diese Bestätigung auf.',
    print: 'Der Wortlaut deiner Erklärung',
    over: 'Diese Bestätigung ist hier nicht mehr zu sehen. Du findest sie in deinem Postfach.',
  },
  mail: {
    subject: (shop: string) => `Eingangsbestätigung deines Widerrufs bei ${shop}`,
    questions: (email: string) => `Fragen? Schreib uns: ${email}`,
  },
  inThread: (number: string, when: string) =>
    `Dein Widerruf zu „${number}“ ist am ${when} bei uns eingegangen. Die Bestätigung kommt auch per Mail.`,
};

export type WithdrawalWords = typeof de;

const en: WithdrawalWords = {
  link: 'Withdraw from contract',
  title: 'Withdraw from contract',
  text: 'Here you withdraw from your order. You need not give a reason.',
  statement: 'I hereby withdraw from the contract about the order named below.',
  name: 'Name',
  number: 'Order number',
  numberHint: 'or what you ordered and when',
  email: 'E-mail',
  emailHint: 'for the receipt',
  confirm: 'Confirm withdrawal',
  notice: 'Read about the right of withdrawal',
  received: {
    title: 'We received your withdrawal',
    at: 'Received on',
    mailed: (email) => `We also send this receipt to ${email}.`,
    next: 'We will look at it and write to you about what comes next. Please keep this receipt.',
    print: 'What you declared',
    over: 'This receipt is no longer shown here. You find it in your mailbox.',
  },
  mail: {
    subject: (shop) => `Receipt of your withdrawal at ${shop}`,
    questions: (email) => `Questions? Write to us: ${email}`,
  },
  inThread: (number, when) =>
    `We received your withdrawal about “${number}” on ${when}. The receipt comes by mail too.`,
};

export const withdrawalWords: Record<Language, WithdrawalWords> & { ar: Omit<WithdrawalWords, 'mail' | 'inThread'> } = {
  de,
  en,
  ar: withdrawalWordsAr,
};
