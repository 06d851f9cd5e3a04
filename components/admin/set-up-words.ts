import type { Language } from '@/lib/domain/market';
import type { SetUpState } from '@/lib/domain/set-up';

const DE = {
  title: 'Shop einrichten',
  lead: 'Diese Liste prüft sich selbst. Was fehlt oder hakt, steht dabei, mit dem Weg dorthin.',
  progress: (done: number, of: number) => `${done} von ${of} erledigt`,
  all: 'Alles ist eingerichtet.',
  open: 'Ganze Liste ansehen',
  again: 'Noch einmal prüfen',
  looking: 'Wird geprüft …',
  messenger: 'Messenger einrichten',
  messengerLead:
    'Trägt Domain, Begrüßung, Menü und Webhook-Felder bei deiner Facebook-Seite ein. Ändert nur, was anders ist.',
  messengerDone: 'Eingerichtet.',
  states: {
    done: 'erledigt',
    open: 'offen',
    wrong: 'stimmt nicht',
    optional: 'freiwillig',
    unknown: 'noch nicht geprüft',
  } satisfies Record<SetUpState, string>,
};

const EN: typeof DE = {
  title: 'Set up the shop',
  lead: 'This list checks itself. What is missing or stuck is named, with the way there.',
  progress: (done, of) => `${done} of ${of} done`,
  all: 'Everything is set up.',
  open: 'See the whole list',
  again: 'Check again',
  looking: 'Checking …',
  messenger: 'Set Messenger up',
  messengerLead:
    'Writes domain, greeting, menu and webhook fields to your Facebook Page. It changes only what differs.',
  messengerDone: 'Set up.',
  states: { done: 'done', open: 'open', wrong: 'not right', optional: 'optional', unknown: 'not checked yet' },
};

export function setUpWordsIn(language: Language): typeof DE {
  return language === 'de' ? DE : EN;
}
