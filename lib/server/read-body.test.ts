import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readForm, readJson } from './read-body';

const schema = z.strictObject({ quantity: z.int().min(1).max(99) });
const post = (body: BodyInit | null, type = 'application/json') =>
  new Request('http://shop.example/api', { method: 'POST', body, headers: { 'content-type': type } });
const problemOf = (result: { ok: boolean; problem?: string }) => (result.ok ? 'none' : result.problem);

describe('readJson', () => {
  it('hands over what fits', async () => {
    expect(await readJson(post('{"quantity":2}'), schema)).toEqual({ ok: true, value: { quantity: 2 } });
    expect((await readJson(post('{"quantity":2}', 'application/json; charset=UTF-8'), schema)).ok).toBe(true);
  });

  it.each([
    ['-1', 'invalid'],
    ['0', 'invalid'],
    ['1.5', 'invalid'],
    ['1e9', 'invalid'],
    ['1e999', 'invalid'],
    ['"2"', 'invalid'],
    ['[1]', 'invalid'],
    ['true', 'invalid'],
    ['null', 'invalid'],
    ['9007199254740993', 'invalid'],
    ['NaN', 'malformed'],
    ['1, "quantity": 1', 'malformed'],
    ['1, "quantit\\u0079": 1', 'malformed'],
    ['1, "total": 1', 'invalid'],
  ])('a quantity of %s is %s', async (quantity, problem) => {
    expect(problemOf(await readJson(post(`{"quantity": ${quantity}}`), schema))).toBe(problem);
  });

  it.each([
    ['null', 'invalid'],
    ['1', 'invalid'],
    ['[]', 'invalid'],
    ['"x"', 'invalid'],
    ['x', 'malformed'],
    ['', 'malformed'],
    ['\uFEFF{"quantity":1}', 'malformed'],
    ['{"quantity":1} {', 'malformed'],
    ['[{"a":1},{"a":1}]', 'invalid'],
  ])('a body of %s is %s', async (body, problem) => {
    expect(problemOf(await readJson(post(body), schema))).toBe(problem);
  });

  it('refuses depth, and a long unfinished text, without effort', async () => {
    const startedAt = performance.now();
    expect(problemOf(await readJson(post('['.repeat(30_000) + ']'.repeat(30_000)), z.unknown()))).toBe('malformed');
    expect(problemOf(await readJson(post(`"${'\\"'.repeat(30_000)}`), z.unknown()))).toBe('malformed');
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('refuses text that no database can hold, and names no value', async () => {
    const text = z.strictObject({ name: z.string() });
    expect(await readJson(post('{"name":"a\\u0000b"}'), text)).toMatchObject({ problem: 'invalid' });
    expect(await readJson(post('{"name":"a\\ud800b"}'), text)).toMatchObject({ problem: 'invalid' });
    expect((await readJson(post('{"name":"\\ud83d\\ude00"}'), text)).ok).toBe(true);
    const refused = await readJson(post('{"quantity":"4242424242424242"}'), schema);
    expect(JSON.stringify(refused)).not.toContain('4242');
    expect(refused).toMatchObject({ detail: { fields: { quantity: 'invalid_type' } } });
  });

  it('leaves __proto__ out', async () => {
    const read = await readJson(post('{"quantity":1,"__proto__":{"admin":true}}'), schema);
    expect(read).toEqual({ ok: true, value: { quantity: 1 } });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', ''])(
    'refuses JSON as "%s"',
    async (type) => {
      expect(problemOf(await readJson(post('{"quantity":1}', type), schema))).toBe('unsupported_type');
    },
  );

  it('refuses bytes that are no UTF-8', async () => {
    expect(problemOf(await readJson(post(new Uint8Array([0x22, 0xff, 0x22])), z.string()))).toBe('malformed');
  });

  it('stops at the limit, while the rest is still coming', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024).fill(0x20));
      },
    });
    const request = new Request('http://shop.example/api', {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    expect(problemOf(await readJson(request, z.unknown()))).toBe('too_large');
    expect(sent).toBeLessThan(80);
    expect((await readJson(post(`"${'a'.repeat(65_534)}"`), z.string())).ok).toBe(true);
    expect(problemOf(await readJson(post(`"${'a'.repeat(65_535)}"`), z.string()))).toBe('too_large');
  });
});

describe('readForm', () => {
  const form = z.strictObject({ sku: z.string(), quantity: z.string() });
  const encoded = 'application/x-www-form-urlencoded';

  it('reads both kinds of form', async () => {
    const expected = { ok: true, value: { sku: 'A', quantity: '2' } };
    expect(await readForm(post('sku=A&quantity=2', encoded), form)).toEqual(expected);
    const data = new FormData();
    data.set('sku', 'A');
    data.set('quantity', '2');
    expect(await readForm(new Request('http://shop.example', { method: 'POST', body: data }), form)).toEqual(expected);
  });

  it('row 53: refuses a field that comes twice; a file, NUL and a broken multipart as well', async () => {
    expect(problemOf(await readForm(post('sku=A&quantity=1&quantity=9', encoded), form))).toBe('invalid');
    expect(problemOf(await readForm(post('sku=A%00&quantity=1', encoded), form))).toBe('invalid');
    expect(problemOf(await readForm(post('--x\r\nrubbish', 'multipart/form-data; boundary=x'), form))).toBe(
      'malformed',
    );
    expect(problemOf(await readForm(post('--x', 'multipart/form-data'), form))).toBe('malformed');
    const data = new FormData();
    data.set('sku', new File(['x'], 'x.svg'));
    data.set('quantity', '1');
    const upload = new Request('http://shop.example', { method: 'POST', body: data });
    expect(problemOf(await readForm(upload, form))).toBe('invalid');
  });

  it('refuses JSON', async () => {
    expect(problemOf(await readForm(post('{}'), form))).toBe('unsupported_type');
  });
});
