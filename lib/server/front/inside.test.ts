import { expect, it } from 'vitest';
import { createInside } from './inside';

it('asks a handler by real HTTP without a port', async () => {
  const inside = createInside((request, response) => {
    response.writeHead(201, { 'x-path': request.url ?? '', 'x-method': request.method ?? '' });
    response.write('one, ');
    response.end(request.headers['x-given']);
  });
  const answers = await Promise.all(
    ['/a', '/b'].map((path) => inside(path, { method: 'POST', headers: { 'x-given': 'two' } })),
  );
  expect(
    answers.map(({ status, headers, body }) => [status, headers['x-path'], headers['x-method'], body.toString()]),
  ).toEqual([
    [201, '/a', 'POST', 'one, two'],
    [201, '/b', 'POST', 'one, two'],
  ]);
});

it('says so when the handler hangs up', async () => {
  const inside = createInside((_, response) => response.destroy());
  await expect(inside('/')).rejects.toThrow();
});
