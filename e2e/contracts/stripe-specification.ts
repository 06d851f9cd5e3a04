import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Ajv, type SchemaObject, type ValidateFunction } from 'ajv';
import { z } from 'zod';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const specificationFile = path.resolve(root, '../shared/specs/stripe/stripe-api.json.gz');

export const specificationIsThere = existsSync(specificationFile);
if (!specificationIsThere) {
  console.warn(
    `NOT CHECKED: Stripe's API description is not at ${specificationFile}. ` +
      'Without it nothing here compares the double with the answers that Stripe gives.',
  );
}

type Node = {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  open?: boolean;
  anyOf?: Node[];
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
  additional?: Node;
  nullable?: boolean;
};

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    open: z.boolean().optional(),
    anyOf: z.array(node).optional(),
    items: node.optional(),
    properties: z.record(z.string(), node).optional(),
    required: z.array(z.string()).optional(),
    additional: node.optional(),
    nullable: z.boolean().optional(),
  }),
);

const documentShape = z.object({
  api_version: z.string(),
  eventEnvelope: node,
  operations: z.record(z.string(), z.object({ response: z.object({ kind: z.string(), schema: node }) })),
  events: z.record(z.string(), node),
  defs: z.record(z.string(), z.unknown()),
});

const idOf = (name: string) => `stripe:${encodeURIComponent(name)}`;

function plain(given: Node): SchemaObject {
  if (given.$ref !== undefined) return { $ref: idOf(given.$ref) };
  if (given.enum !== undefined) return given.open ? { type: ['string', 'number', 'boolean'] } : { enum: given.enum };
  if (given.anyOf !== undefined) return { anyOf: given.anyOf.map(translate) };
  if (given.type === 'array') return { type: 'array', items: given.items ? translate(given.items) : {} };
  if (given.type === 'undefined') return { not: {} };
  if (given.type !== 'object') return given.type === undefined ? {} : { type: given.type };
  const names = Object.entries(given.properties ?? {});
  const properties = Object.fromEntries(names.map(([name, inner]) => [name, translate(inner)]));
  // A field that Stripe does not describe is as wrong as one that is missing.
  const others = given.additional ? translate(given.additional) : names.length === 0;
  return { type: 'object', properties, required: given.required ?? [], additionalProperties: others };
}

/** The description's own notation as JSON Schema. */
function translate(given: Node): SchemaObject {
  return given.nullable ? { anyOf: [plain(given), { type: 'null' }] } : plain(given);
}

export type Specification = {
  apiVersion: string;
  /** What is wrong with this answer of `GET /v1/refunds/re_1`; empty when nothing is, null when Stripe has no such call. */
  faultsOfAnswer: (method: string, path: string, body: unknown) => string[] | null;
  faultsOfEvent: (type: string, object: unknown) => string[];
};

export function readSpecification(): Specification {
  const document = documentShape.parse(JSON.parse(gunzipSync(readFileSync(specificationFile)).toString('utf8')));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const [name, schema] of Object.entries(document.defs)) {
    ajv.addSchema({ $id: idOf(name), ...translate(node.parse(schema)) });
  }
  const compiled = new Map<string, ValidateFunction>();
  const faults = (key: string, schema: SchemaObject, value: unknown): string[] => {
    const validate = compiled.get(key) ?? ajv.compile(schema);
    compiled.set(key, validate);
    if (validate(value)) return [];
    const errors = validate.errors ?? [];
    return errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  };
  const operations = Object.entries(document.operations).map(([name, operation]) => {
    const [method = '', template = ''] = name.split(' ');
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
    return { name, method, pattern, literal: !template.includes('{'), response: operation.response };
  });
  return {
    apiVersion: document.api_version,
    faultsOfAnswer: (method, path, body) => {
      const fitting = operations.filter((each) => each.method === method && each.pattern.test(path));
      const found = fitting.find((each) => each.literal) ?? fitting[0];
      if (!found) return null;
      const { kind, schema } = found.response;
      // An event is one of 275 shapes: its envelope is checked here, its object where events are.
      const item = translate((schema.anyOf?.length ?? 0) > 50 ? document.eventEnvelope : schema);
      return faults(found.name, kind === 'object' ? item : listOf(kind, item), body);
    },
    faultsOfEvent: (type, object) => {
      const schema = document.events[type];
      if (!schema) return [`Stripe has no event ${type}.`];
      return faults(`event ${type}`, translate(schema), object);
    },
  };
}

function listOf(kind: string, item: SchemaObject): SchemaObject {
  const search = kind === 'search_result';
  return {
    type: 'object',
    properties: {
      object: { const: search ? 'search_result' : 'list' },
      data: { type: 'array', items: item },
      has_more: { type: 'boolean' },
      url: { type: 'string' },
      ...(search ? { next_page: { type: ['string', 'null'] }, total_count: { type: 'integer' } } : {}),
    },
    required: ['object', 'data', 'has_more', 'url', ...(search ? ['next_page'] : [])],
    additionalProperties: false,
  };
}
