import type { Language } from '@/lib/domain/market';

const DE = {
  pages: 'Seiten der Liste',
  anyStatus: 'Jeder Status',
  anyCollection: 'Jede Kollektion',
  anyStock: 'Jeder Bestand',
  stockOut: 'Etwas ausverkauft',
  stockLow: 'Etwas geht zur Neige',
  collection: 'Kollektion',
  sort: 'Sortierung',
  sorts: { place: 'Wie im Shop', changed: 'Zuletzt geändert', title: 'Titel' },
  select: (title: string) => `${title} auswählen`,
  selectAll: 'Alle auf dieser Seite auswählen',
  selected: (count: number) => (count === 1 ? '1 Produkt' : `${count} Produkte`),
  what: 'Was soll geschehen?',
  whats: {
    active: 'In den Verkauf geben',
    draft: 'Zum Entwurf machen',
    archived: 'Archivieren',
    price: 'Preise ändern',
    stock: 'Bestand buchen',
  },
  percent: 'Um wie viel Prozent?',
  percentHint: 'z. B. -10 oder +2,5',
  difference: 'Um wie viele Stück je Variante?',
  run: 'Ausführen',
  done: 'Erledigt.',
  inTheWay: 'Im Weg stehen:',
};

const EN: typeof DE = {
  pages: 'Pages of the list',
  anyStatus: 'Any status',
  anyCollection: 'Any collection',
  anyStock: 'Any stock',
  stockOut: 'Something sold out',
  stockLow: 'Something running out',
  collection: 'Collection',
  sort: 'Order',
  sorts: { place: 'As in the shop', changed: 'Last changed', title: 'Title' },
  select: (title) => `Select ${title}`,
  selectAll: 'Select all on this page',
  selected: (count) => (count === 1 ? '1 product' : `${count} products`),
  what: 'What shall happen?',
  whats: {
    active: 'Put on sale',
    draft: 'Make a draft',
    archived: 'Archive',
    price: 'Change prices',
    stock: 'Book stock',
  },
  percent: 'By how many per cent?',
  percentHint: 'e.g. -10 or +2.5',
  difference: 'By how many pieces of each variant?',
  run: 'Go',
  done: 'Done.',
  inTheWay: 'In the way:',
};

export function listWordsIn(language: Language): typeof DE {
  return language === 'de' ? DE : EN;
}
