import { expect, it, vi } from 'vitest';
import { relay } from './bridge';

const shop = 'http://localhost:3000';
const call = { messengerExtensions: 'call', id: 7, method: 'getContext', args: ['app'] };
const answer = { messengerExtensions: 'answer', id: 7, ok: true, value: { psid: '1' } };

function scene() {
  const said = vi.fn();
  const frame = { postMessage: said };
  const ask = vi.fn(async () => ({ ok: true, status: 200, said: JSON.stringify(answer) }));
  return { frame, said, ask };
}

it('tells the server who asked and answers that origin alone', async () => {
  const { frame, said, ask } = scene();
  await relay({ source: frame, origin: shop, data: call }, frame, ask);
  expect(ask.mock.calls).toEqual([[{ origin: shop, call }]]);
  expect(said.mock.calls).toEqual([[answer, shop]]);
});

it('is deaf to every other window, the page around the frame included', async () => {
  const { frame, said, ask } = scene();
  await relay({ source: { postMessage: vi.fn() }, origin: shop, data: call }, frame, ask);
  await relay({ source: null, origin: shop, data: call }, frame, ask);
  await relay({ source: null, origin: shop, data: call }, null, ask);
  expect(ask).not.toHaveBeenCalled();
  expect(said).not.toHaveBeenCalled();
});

it('is deaf to an opaque origin, which no answer could be addressed to', async () => {
  const { frame, said, ask } = scene();
  await relay({ source: frame, origin: 'null', data: call }, frame, ask);
  await relay({ source: frame, origin: '', data: call }, frame, ask);
  expect(ask).not.toHaveBeenCalled();
  expect(said).not.toHaveBeenCalled();
});

it('leaves messages alone that are no call of the SDK', async () => {
  const { frame, ask } = scene();
  for (const data of ['getContext', { ...call, messengerExtensions: 'answer' }, { ...call, method: 'eval' }, null]) {
    await relay({ source: frame, origin: shop, data }, frame, ask);
  }
  expect(ask).not.toHaveBeenCalled();
});

it('turns a server that fails into an error of the SDK', async () => {
  const { frame, said } = scene();
  await relay({ source: frame, origin: shop, data: call }, frame, async () => ({ ok: false, status: 500, said: '' }));
  expect(said.mock.calls).toEqual([[expect.objectContaining({ id: 7, ok: false, code: 2018154 }), shop]]);
});
