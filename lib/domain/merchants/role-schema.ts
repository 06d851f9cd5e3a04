import { z } from 'zod';
import { ROLES } from './roles';

/** Beside the table, not in it: forms in the browser need the roles, and not what checks them. */
export const roleSchema = z.enum(ROLES);
