const DE = {
  pictures: 'Bilder',
  picturesLead: 'Hierher ziehen, einfügen oder auswählen, auch mehrere. Das erste steht im Chat und in den Listen.',
  choosePictures: 'Bilder auswählen',
  picture: (number: number) => `Bild ${number}`,
  alt: 'Bildbeschreibung',
  altHint: 'Vor dem Verkauf braucht jedes eine Beschreibung in beiden Sprachen, für alle, die es nicht sehen.',
  altWaiver: 'Braucht keine, weil …',
  earlier: (number: number) => `Bild ${number} nach vorn`,
  later: (number: number) => `Bild ${number} nach hinten`,
  removePicture: (number: number) => `Bild ${number} entfernen`,
  movedTo: (number: number, total: number) => `Jetzt an Stelle ${number} von ${total}.`,
  uploading: (name: string) => `${name} wird hochgeladen`,
  uploaded: (count: number) => (count === 1 ? '1 Bild ist da.' : `${count} Bilder sind da.`),
  uploadFailed: 'Das Hochladen ging nicht. Bitte versuche es noch einmal.',
  tooManyPictures: 'Mehr als 20 Bilder passen nicht an ein Produkt.',
};

const EN: typeof DE = {
  pictures: 'Pictures',
  picturesLead: 'Drag them here, paste or choose, several at once. The first stands in the thread and on lists.',
  choosePictures: 'Choose pictures',
  picture: (number) => `Picture ${number}`,
  alt: 'Description of the picture',
  altHint: 'Before it goes on sale each needs a description in both languages, for all who do not see it.',
  altWaiver: 'Needs none, because …',
  earlier: (number) => `Move picture ${number} forward`,
  later: (number) => `Move picture ${number} back`,
  removePicture: (number) => `Remove picture ${number}`,
  movedTo: (number, total) => `Now in place ${number} of ${total}.`,
  uploading: (name) => `Uploading ${name}`,
  uploaded: (count) => (count === 1 ? '1 picture is here.' : `${count} pictures are here.`),
  uploadFailed: 'The upload did not work. Please try again.',
  tooManyPictures: 'A product holds at most 20 pictures.',
};

/** What the editor says about pictures; a part of `productWordsIn`. */
export const PICTURE_WORDS = { de: DE, en: EN };
