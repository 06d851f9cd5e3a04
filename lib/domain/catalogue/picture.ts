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

/** The rendition for a card in the thread: 1.91:1 and JPEG, which every client draws. */
export function threadPictureAddress(file: string): string {
  return `/${file.replace(/^\//, '')}-card.jpg`;
}
