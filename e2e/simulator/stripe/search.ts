import { badParameter } from './errors';
import type { Metadata } from './objects';

type Searchable = {
  metadata: Metadata;
  amount: number;
  created: number;
  currency: string;
  status: string;
  customer: string | null;
};
type Clause = { not: boolean; field: string; key?: string; operator: string; value: string };

const clausePattern = /^\s*(-?)(\w+)(?:\[["']([^"']+)["']\])?\s*(:|>=|<=|>|<|~)\s*(?:["']([^"']*)["']|([\w.]+))\s*/;

function parseQuery(query: string): Clause[] {
  const clauses: Clause[] = [];
  let rest = query;
  while (rest.trim() !== '') {
    const match = clausePattern.exec(rest);
    if (!match) {
      throw badParameter(`We were unable to parse your search query near '${rest.trim()}'.`, 'query');
    }
    const [whole, minus, field = '', key, operator = ':', quoted, bare] = match;
    clauses.push({ not: minus === '-', field, key, operator, value: quoted ?? bare ?? '' });
    rest = rest.slice(whole.length).replace(/^and\s+/i, '');
  }
  return clauses;
}

function fieldOf(item: Searchable, clause: Clause): string | number | null {
  switch (clause.field) {
    case 'metadata':
      return item.metadata[clause.key ?? ''] ?? null;
    case 'amount':
      return item.amount;
    case 'created':
      return item.created;
    case 'currency':
      return item.currency;
    case 'status':
      return item.status;
    case 'customer':
      return item.customer;
    default:
      throw badParameter(`Field '${clause.field}' is an unsupported search field for this resource.`, 'query');
  }
}

function holds(item: Searchable, clause: Clause): boolean {
  const value = fieldOf(item, clause);
  if (value === null) return clause.value === 'null' && clause.operator === ':';
  if (clause.operator === '~') return String(value).includes(clause.value);
  if (clause.operator === ':') return String(value) === clause.value;
  const [left, right] = [Number(value), Number(clause.value)];
  if (clause.operator === '>') return left > right;
  if (clause.operator === '<') return left < right;
  return clause.operator === '>=' ? left >= right : left <= right;
}

/** Stripe's search language as far as a shop needs it: clauses joined by AND, `-` negates one. */
export function matchesQuery(query: string, item: Searchable): boolean {
  return parseQuery(query).every((clause) => holds(item, clause) !== clause.not);
}
