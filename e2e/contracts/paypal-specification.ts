import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type SchemaObject, type ValidateFunction } from 'ajv';
import { z } from 'zod';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../shared/specs/paypal');
const files = ['checkout_orders_v2', 'payments_payment_v2', 'notifications_webhooks_v1', 'customer_disputes_v1'];
export const specificationFolder = folder;

export const specificationIsThere = files.every((name) => existsSync(`${folder}/${name}.json`));
if (!specificationIsThere) {
  console.warn(
    `NOT CHECKED: PayPal's API descriptions are not at ${folder}. ` +
      'Without them nothing here compares the double with the answers that PayPal gives.',
  );
}

const anyRecord = z.record(z.string(), z.unknown());
const responseShape = z.looseObject({
  $ref: z.string().optional(),
  content: z.record(z.string(), z.object({ schema: anyRecord })).optional(),
});
const operationShape = z.looseObject({ responses: z.record(z.string(), responseShape) });
const documentShape = z.looseObject({ paths: z.record(z.string(), anyRecord) });
const nodeShape = z.looseObject({
  $ref: z.string().optional(),
  properties: anyRecord.optional(),
  items: z.unknown().optional(),
  allOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
});

type Place = { document: unknown; name: string };
type Node = { place: Place; schema: z.infer<typeof nodeShape> };

/** The schema behind all references, with what it is put together from. */
function partsOf(place: Place, given: unknown, depth = 0): Node[] {
  const schema = nodeShape.parse(given);
  if (depth > 20) throw new Error('a schema of PayPal leads in a circle');
  const target = schema.$ref ? [pointer(place.document, schema.$ref)] : [];
  const inner = [...target, ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [{ place, schema }, ...inner.flatMap((part) => partsOf(place, part, depth + 1))];
}

function pointer(document: unknown, ref: string): unknown {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .reduce((at: unknown, key) => anyRecord.parse(at)[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);
}

/** Fields that PayPal does not describe are as wrong as those that are missing. */
function strangers(place: Place, schema: unknown, value: unknown, at = ''): string[] {
  const parts = partsOf(place, schema);
  if (Array.isArray(value)) {
    const items = parts.find((part) => part.schema.items !== undefined)?.schema.items;
    return items ? value.flatMap((one, index) => strangers(place, items, one, `${at}/${index}`)) : [];
  }
  const record = anyRecord.safeParse(value);
  const described = parts.map((part) => part.schema.properties ?? {});
  const isOpen =
    described.every((properties) => Object.keys(properties).length === 0) ||
    parts.some((part) => part.schema.additionalProperties === true);
  if (!record.success || isOpen) return [];
  return Object.entries(record.data).flatMap(([name, inner]) => {
    const found = described.find((properties) => name in properties)?.[name];
    return found === undefined ? [`${at}/${name} is not described`] : strangers(place, found, inner, `${at}/${name}`);
  });
}

// An issue's name is a promise, the sentence beside it is not: the descriptions list both as the only values.
function withoutProse(_key: string, value: unknown): unknown {
  const pair = z.looseObject({ issue: z.unknown(), description: anyRecord }).safeParse(value);
  return pair.success ? { ...pair.data, description: { type: 'string' } } : value;
}

type Operation = { method: string; pattern: RegExp; place: Place; responses: z.infer<typeof operationShape>['responses'] };

export type PaypalSpecification = {
  /** What is wrong with an answer; empty when nothing is, null when PayPal has no such call. */
  faultsOfAnswer: (call: { method: string; path: string; status: number }, body: unknown) => string[] | null;
  /** The same for the object that an event carries, by its name in the descriptions. */
  faultsOfObject: (file: (typeof objects)[keyof typeof objects], schema: string, value: unknown) => string[];
};

/** Where the objects are described that events carry. */
export const objects = {
  orders: 'checkout_orders_v2',
  payments: 'payments_payment_v2',
  webhooks: 'notifications_webhooks_v1',
  disputes: 'customer_disputes_v1',
} as const;

/** Reads PayPal's descriptions: an answer fits when its types do and when every field of it is described. */
export function readSpecification(): PaypalSpecification {
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
  const places = new Map<string, Place>();
  for (const name of files) {
    const document: unknown = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'), withoutProse);
    ajv.addSchema(anyRecord.parse(document), name);
    places.set(name, { document, name });
  }
  const operations = [...places.values()].flatMap(operationsOf);
  const compiled = new Map<string, ValidateFunction>();
  const faults = (place: Place, schema: Record<string, unknown>, value: unknown): string[] => {
    const key = `${place.name} ${JSON.stringify(schema)}`;
    const validate = compiled.get(key) ?? ajv.compile(absolute(place.name, schema));
    compiled.set(key, validate);
    const wrong = validate(value) ? [] : (validate.errors ?? []);
    const told = wrong.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
    return [...told, ...strangers(place, schema, value)];
  };
  return {
    faultsOfAnswer: ({ method, path: asked, status }, body) => {
      const found = operations.find((one) => one.method === method && one.pattern.test(asked));
      if (!found) return null;
      const { place } = found;
      const given = found.responses[String(status)] ?? found.responses.default;
      if (!given) return [`PayPal does not answer ${status} here`];
      const response = given.$ref ? responseShape.parse(pointer(place.document, given.$ref)) : given;
      const schema = response.content?.['application/json']?.schema;
      if (!schema) return body === null ? [] : ['PayPal answers without a body here'];
      return faults(place, schema, body);
    },
    faultsOfObject: (file, schema, value) => {
      const place = places.get(file);
      if (!place) throw new Error(`There is no description ${file}.`);
      return faults(place, { $ref: `#/components/schemas/${schema}` }, value);
    },
  };
}

function absolute(name: string, schema: Record<string, unknown>): SchemaObject {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${name}#/`));
}

function operationsOf(place: Place): Operation[] {
  const { paths } = documentShape.parse(place.document);
  return Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).flatMap(([method, given]) => {
      const operation = operationShape.safeParse(given);
      const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
      if (!operation.success) return [];
      return [{ method: method.toUpperCase(), pattern, place, responses: operation.data.responses }];
    }),
  );
}
