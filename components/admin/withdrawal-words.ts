import type { Language } from '@/lib/domain/market';

const de = {
  title: 'Widerrufe',
  none: 'Es ist kein Widerruf eingegangen.',
  declaredAt: 'Eingegangen',
  name: 'Name',
  named: 'Genannte Bestellung',
  order: 'Passende Bestellung',
  noOrder: 'keine: bitte von Hand suchen',
  email: 'E-Mail',
  state: 'Stand',
  handled: 'Erledigt',
  handle: 'Als erledigt vermerken',
};

const en: typeof de = {
  title: 'Withdrawals',
  none: 'No withdrawal came in.',
  declaredAt: 'Received',
  name: 'Name',
  named: 'Order as named',
  order: 'Matching order',
  noOrder: 'none: please look by hand',
  email: 'E-mail',
  state: 'State',
  handled: 'Done',
  handle: 'Mark as done',
};

export const withdrawalDeskWords: Record<Language, typeof de> = { de, en };
