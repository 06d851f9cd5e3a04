import { importOptionsSchema, LARGEST_FILE_BYTES } from '@/lib/domain/catalogue/transfer/import-job';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { takeFile } from '@/lib/flows/import/steer-import';
import { changingDoor } from '@/lib/server/door';
import { findMerchantFor } from '@/lib/server/merchant';
import { check, readBytes } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps, getEnv } from '@/lib/server/wiring';

/** The file and what a browser writes around it. */
const LIMIT_BYTES = LARGEST_FILE_BYTES + 64 * 1024;

/** Takes a CSV file from a merchant's form, to be compared; leads to where she sees how far that is. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const to = (path: string) =>
      new Response(null, {
        status: 303,
        headers: { location: `${getEnv().PUBLIC_URL}${path}`, 'cache-control': 'no-store' },
      });
    const merchant = await findMerchantFor('catalogue.import', request.headers.get('cookie') ?? '');
    if (!merchant.ok) return merchant.problem === 'signed_out' ? to('/sign-in') : respondProblem(request, merchant);
    const upload = await readUpload(request);
    if (!upload.ok) return to(`/admin/products/import?problem=${upload.problem}`);
    const id = await takeFile(await getDeps(), { ...upload.value, who: `merchant:${merchant.value.merchantId}` });
    return to(`/admin/products/import/${id}`);
  });
}

async function readUpload(request: Request) {
  const form = await readParts(request);
  if (!form.ok) return form;
  const file = form.value.get('file');
  if (!(file instanceof File) || file.size === 0) return fail('import_empty');
  if (file.size > LARGEST_FILE_BYTES) return fail('too_large');
  const options = check(importOptionsSchema, {
    currency: form.value.get('currency'),
    language: form.value.get('language'),
    takesStock: form.value.get('takesStock') === 'on',
  });
  if (!options.ok) return options;
  const content = textOf(new Uint8Array(await file.arrayBuffer()));
  if (content === null) return fail('import_no_text');
  const name = isStorableText(file.name) ? file.name : 'import.csv';
  return succeed({ name, content, options: options.value });
}

async function readParts(request: Request): Promise<Result<FormData, 'too_large' | 'malformed'>> {
  const bytes = await readBytes(request, { limitBytes: LIMIT_BYTES });
  if (!bytes.ok) return bytes;
  try {
    const type = request.headers.get('content-type') ?? '';
    return succeed(await new Response(new Uint8Array(bytes.value), { headers: { 'content-type': type } }).formData());
  } catch {
    return fail('malformed'); // no form, or cut short
  }
}

/** UTF-8 as a rule; what is not comes from an older spreadsheet. Null for what is no text at all, such as a workbook. */
function textOf(bytes: Uint8Array): string | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = isWide ? new TextDecoder('utf-16le').decode(bytes) : decoded(bytes);
  return text.includes('\0') ? null : text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
