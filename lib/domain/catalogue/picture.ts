/** The widths every picture is kept in: what phones really ask for. */
export const PICTURE_WIDTHS = [360, 640, 960] as const;

/** The address of one rendition; `file` is the base name below the public folder. */
export function pictureAddress(file: string, width: (typeof PICTURE_WIDTHS)[number], format: 'avif' | 'webp'): string {
  return `/${file.replace(/^\//, '')}-${width}.${format}`;
}

/** A `srcset` over all widths. */
export function pictureSet(file: string, format: 'avif' | 'webp'): string {
  return PICTURE_WIDTHS.map((width) => `${pictureAddress(file, width, format)} ${width}w`).join(', ');
}

/** Every rendition of an uploaded picture, by the ending of its name. */
export const RENDITIONS = [...PICTURE_WIDTHS.flatMap((width) => [`${width}.avif`, `${width}.webp`]), 'card.jpg'];

/** Where the catalogue finds an uploaded picture: the base name that `pictureAddress` takes. */
export const UPLOADED = 'pictures/';

const NAME = /^[\w-]{16,64}-(?:(?:360|640|960)\.(?:avif|webp)|card\.jpg)$/;

/** Whether a name can be that of a rendition: nothing else is looked for, whatever an address says. */
export function isRenditionName(name: string): boolean {
  return NAME.test(name);
}

/** The rendition for a card in the thread: 1.91:1 and JPEG, which every client draws. */
export function threadPictureAddress(file: string): string {
  return `/${file.replace(/^\//, '')}-card.jpg`;
}
