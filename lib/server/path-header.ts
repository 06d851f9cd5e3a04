/** Where the proxy tells a page which address was asked for: pages and actions do not know it otherwise. */
export const PATH_HEADER = 'x-kiosk-path';
