import { z } from 'zod';
import { lineSchema } from '../cart/address';
import { roleSchema } from './role-schema';

export const staffEmailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());
const idSchema = z.string().regex(/^[\w-]{1,64}$/);

export const inviteFormSchema = z.strictObject({
  email: staffEmailSchema,
  role: roleSchema,
  /** The link that the form holds ready. */
  invitation: z.string().regex(/^[\w-]{22,64}$/),
});
export const withdrawInvitationSchema = z.strictObject({ invitationId: idSchema });
export const roleFormSchema = z.strictObject({ staffId: idSchema, role: roleSchema, seenRole: roleSchema });
export const removeStaffSchema = z.strictObject({ staffId: idSchema });

export const acceptFormSchema = z.strictObject({
  token: z.string().max(100),
  name: lineSchema(80).refine((name) => name.length > 0),
  // Checked with the address at hand, for a password must not be made of it.
  password: z.string().max(1_000),
});
