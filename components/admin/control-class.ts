/** How a control of the desk looks. In a file of its own: what is drawn on the server cannot take a text out of a client's module. */
export const CONTROL_CLASS =
  'min-h-11 rounded-md border border-edge bg-raised px-3 text-sm text-ink aria-invalid:border-error';
export const INPUT_CLASS = `${CONTROL_CLASS} w-full`;
