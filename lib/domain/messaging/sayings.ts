import { wordsOf } from './product-search';

export type Saying = 'greeting' | 'collections' | 'orders' | 'help' | 'thanks' | 'products' | 'acknowledged';

const THANKS = setOf('danke dankeschoen vielen dank merci thanks thank thx');
const YES = setOf('ja jo jep jap jawohl gerne gern klar genau ok okay oki yes yep yeah yup sure');
const NO = setOf('nein nee noe nicht doch lieber danke no nope nah not thanks thank');
const COURTESY = new Set([
  ...THANKS,
  ...YES,
  ...setOf('nein nee no nope alles gut super prima toll top perfekt passt cool fein verstanden'),
  ...setOf('good great perfect nice fine cool alright understood'),
]);

// What stands first wins: "good" alone is a courtesy, "good morning" greets.
const SAYINGS: readonly { kind: Saying; words: Set<string>; anyWord?: true }[] = [
  {
    kind: 'orders',
    words: setOf(
      `bestellung bestellungen bestellstatus lieferung lieferstatus liefertermin paket sendung sendungsnummer
      sendungsverfolgung verschickt angekommen order orders delivery parcel package tracking shipped`,
    ),
    anyWord: true,
  },
  { kind: 'help', words: setOf('hilfe help info kontakt contact support') },
  {
    kind: 'collections',
    words: setOf('kollektion kollektionen kategorie kategorien sortiment collection collections category categories'),
  },
  {
    kind: 'products',
    words: setOf(
      'alles produkte produkt artikel shop laden katalog neues products product all catalogue catalog menu start',
    ),
  },
  { kind: 'thanks', words: THANKS },
  { kind: 'acknowledged', words: COURTESY },
  {
    kind: 'greeting',
    words: setOf('hallo hi hey hello moin servus guten morgen tag abend yo good morning evening gruess'),
  },
];

/** The smileys and gestures that agree or please; any other is a riddle. */
const KIND_SIGNS = new Set('👍👌🙏👏🙌💪✅🎉😀😃😄😁😊🙂😍🥰😘😂🤩😎☺❤💙💚💛🧡💜🖤♥');
/** Those that answer a question with yes: laughter and hearts may mean anything, and money hangs on the answer. */
const YES_SIGNS = new Set('👍👌✅');
/** Skin tones, and what joins or colours a sign. */
const MODIFIERS = /\p{Emoji_Modifier}|\u{FE0F}|\u{200D}|\s/gu;

/** What a text says when it names nothing: "Hallo, wo ist meine Bestellung?" asks for the order, a greeting alone greets. Null for a search. */
export function sayingIn(text: string): Saying | null {
  const words = wordsOf(text);
  if (words.length === 0) return hasOnly(KIND_SIGNS, text) ? 'acknowledged' : null;
  for (const { kind, words: known, anyWord } of SAYINGS)
    if (anyWord ? words.some((word) => known.has(word)) : words.every((word) => known.has(word))) return kind;
  return null;
}

/** Whether a text says yes or no to a question, and nothing else. */
export function yesOrNo(text: string): 'yes' | 'no' | null {
  const words = wordsOf(text);
  if (words.length === 0) return hasOnly(YES_SIGNS, text) ? 'yes' : null;
  if (words.every((word) => YES.has(word) || THANKS.has(word)) && words.some((word) => YES.has(word))) return 'yes';
  return words.every((word) => NO.has(word)) && words.some((word) => !THANKS.has(word)) ? 'no' : null;
}

function hasOnly(known: Set<string>, text: string): boolean {
  const signs = [...text.replace(MODIFIERS, '')];
  return signs.length > 0 && signs.every((sign) => known.has(sign));
}

function setOf(words: string): Set<string> {
  return new Set(words.split(/\s+/));
}
