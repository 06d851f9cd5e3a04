import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { insertOutgoingMessages } from '@/lib/db/outgoing-messages';
import { getPersona } from '@/lib/db/personas';
import { asId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { fail } from '@/lib/domain/result';
import { deliverMessages } from './deliver-messages';
import { takePersona } from './take-persona';
import { addShopper, createTestHouse, type TestHouse } from './testing';

const ADA = asId<Psid>('4016091200000001');
const greta = { merchantId: 'greta' };
let house: TestHouse;
let ada: ShopperId;
beforeEach(async () => {
  house = await createTestHouse();
  ada = await addShopper(house, { psid: ADA });
  const person = { id: 'greta', name: 'Greta Druck', email: 'g@shop.example', role: 'owner' as const };
  await insertMerchant(house.deps.db, { ...person, passwordHash: 'x', at: new Date() });
});
afterEach(() => house.drop());

async function say(text: string, merchantId?: string) {
  const purpose = merchantId ? ('human_answer' as const) : ('answer' as const);
  const message = { kind: 'text' as const, text, quickReplies: [] };
  const said = { id: house.deps.newId(), shopperId: ada, psid: ADA, purpose, message, cause: `test:${text}` };
  await insertOutgoingMessages(house.deps.db, [{ ...said, ...(merchantId ? { merchantId } : {}) }], house.deps.now());
  await deliverMessages(house.deps);
}
const speakers = () => house.sender.sent.map(({ personaId }) => personaId ?? 'the Page');

test('who has taken a name speaks under it; the bot and everybody else as the Page', async () => {
  await takePersona(house.deps, { ...greta, name: 'Greta' });
  const { personaId } = (await getPersona(house.deps.db, 'greta')) ?? { personaId: '' };
  await say('Ich bin Greta', 'greta');
  await say('Ich bin der Assistent');
  await takePersona(house.deps, { ...greta, name: '' });
  await say('Wieder die Seite', 'greta');
  expect(speakers()).toEqual([personaId, 'the Page', 'the Page']);
});

test('the same name is told to Meta once, another makes another', async () => {
  for (const name of ['Greta', 'Greta', 'Frau Druck']) await takePersona(house.deps, { ...greta, name });
  expect(house.sender.personas).toEqual(['Greta', 'Frau Druck']);
});

test('what Meta refuses changes nothing', async () => {
  await takePersona(house.deps, { ...greta, name: 'Greta' });
  const before = await getPersona(house.deps.db, 'greta');
  house.sender.answerPersona = () => fail('persona_refused', { code: 100 });
  expect(await takePersona(house.deps, { ...greta, name: 'Otti' })).toMatchObject({ problem: 'persona_refused' });
  expect(await getPersona(house.deps.db, 'greta')).toEqual(before);
});

test('a persona that Meta no longer knows costs no answer: it goes as the Page, from now on', async () => {
  await takePersona(house.deps, { ...greta, name: 'Greta' });
  const taken = house.sender.answer;
  house.sender.answer = () => (house.sender.sent.at(-1)?.personaId ? fail('rejected', { code: 100 }) : taken());
  await say('Hallo', 'greta');
  await say('Noch da?', 'greta');
  expect(speakers()).toEqual([expect.stringMatching(/^\d+$/), 'the Page', 'the Page']);
  expect(await getPersona(house.deps.db, 'greta')).toBeNull();
});

test('a message that Meta refuses in itself leaves her the name', async () => {
  await takePersona(house.deps, { ...greta, name: 'Greta' });
  house.sender.answer = () => fail('rejected', { code: 100 });
  await say('Hallo', 'greta');
  expect(await getPersona(house.deps.db, 'greta')).not.toBeNull();
});
