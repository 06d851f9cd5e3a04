import { ne } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { NOTIFICATIONS } from '@/lib/db/notifications';
import { claimOutgoingMail } from '@/lib/db/outgoing-mails';
import { outgoingMails } from '@/lib/db/schema/mails';
import { getSettingVersion } from '@/lib/db/settings';
import { notificationsFormSchema } from '@/lib/domain/merchants/notifications';
import type { Role } from '@/lib/domain/merchants/roles';
import { renderMail } from './render-mail';
import { editNotifications, tellStaff } from './tell-staff';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  const person = (id: string, role: Role) =>
    insertMerchant(house.deps.db, {
      id,
      name: id,
      email: `${id}@shop.example`,
      role,
      passwordHash: 'x',
      at: new Date(),
    });
  await person('greta', 'owner');
  await person('otto', 'orders');
  await person('cara', 'catalogue');
});
afterEach(() => house.drop());

const tell = () => tellStaff(house.deps);
const choose = async (...ids: string[]) =>
  editNotifications(house.deps, {
    wish: notificationsFormSchema.parse({
      language: 'de',
      ...Object.fromEntries(ids.map((id) => [`staff-${id}`, 'on'])),
    }),
    seenVersion: await getSettingVersion(house.deps.db, NOTIFICATIONS),
    merchantId: 'greta',
  });
const causes = async () =>
  (await house.deps.db.select().from(outgoingMails)).flatMap(({ kind, cause }) =>
    kind === 'staff_notice' ? [cause] : [],
  );

it('tells those who want to know of each new order once, with nothing of who bought', async () => {
  await placeOrder(house, { stock: 3, quantity: 1 });
  expect(await tell()).toBe(0);
  await choose('greta', 'otto', 'cara');
  expect(await tell()).toBe(0);

  const { order } = await placeOrder(house, { stock: 3, quantity: 2 });
  const told = await Promise.all([tell(), tell(), tell()]);
  expect(told.toSorted()).toEqual([0, 0, 1]);
  expect(await tell()).toBe(0);
  expect((await causes()).toSorted()).toEqual([`staff_notice:${order.id}:greta`, `staff_notice:${order.id}:otto`]);

  await house.deps.db.delete(outgoingMails).where(ne(outgoingMails.kind, 'staff_notice'));
  const row = await claimOutgoingMail(house.deps.db, { now: house.deps.now(), leaseMs: 1000 });
  if (!row) throw new Error('no mail was queued');
  const mail = await renderMail(house.deps, row);
  expect(mail.subject).toMatch(/^Neue Bestellung K-1002 über 59,70\s€ bei /);
  expect(mail.text).toContain(`https://shop.example.com/admin/orders/${order.id}`);
  expect(JSON.stringify(mail)).not.toMatch(/Ada|Lovelace/);
});

it('starts with the next order when somebody wants to know again', async () => {
  await choose('greta');
  await choose();
  await placeOrder(house, { stock: 3, quantity: 1 });
  expect(await tell()).toBe(0);
  await choose('greta');
  expect(await tell()).toBe(0);
  await placeOrder(house, { stock: 3, quantity: 1 });
  expect(await tell()).toBe(1);
});

it.each([{ 'staff-../x': 'on' }, { 'staff-greta': 'yes' }, { role: 'owner' }, { language: 'fr' }])(
  'takes no %o',
  (change) => {
    expect(notificationsFormSchema.safeParse({ language: 'de', ...change }).success).toBe(false);
  },
);
