import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createClientAddress } from './client-address';

function asked(remote: string, forwardedFor?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remote });
  const request = new IncomingMessage(socket);
  if (forwardedFor) request.headers['x-forwarded-for'] = forwardedFor;
  return request;
}

it.each([
  ['', '203.0.113.9', '6.6.6.6', '203.0.113.9'],
  ['10.0.0.0/8', '203.0.113.9', '6.6.6.6', '203.0.113.9'],
  ['10.0.0.0/8', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['10.0.0.0/8', '10.0.0.1', '6.6.6.6, 203.0.113.9', '203.0.113.9'],
  ['10.0.0.0/8,2001:db8::/32', '::ffff:10.0.0.1', '6.6.6.6, 203.0.113.9, 2001:db8::2', '203.0.113.9'],
  ['10.0.0.1', '10.0.0.1', 'nonsense', '10.0.0.1'],
  ['10.0.0.1', '10.0.0.1', undefined, '10.0.0.1'],
])('with proxies %j, %s saying %j is %s', (trusted, remote, forwardedFor, client) => {
  expect(createClientAddress(trusted)(asked(remote, forwardedFor))).toBe(client);
});

it('refuses a list that it cannot read', () => {
  expect(() => createClientAddress('10.0.0.0/8, proxy.example')).toThrow(/proxy.example/);
});
