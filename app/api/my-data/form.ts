import { z } from 'zod';

/** Where a link of a mail opened the page, its forms carry it on. */
export const linkShape = {
  order: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  key: z.string().min(1).max(300).optional(),
};
