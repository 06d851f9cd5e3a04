import { expect, test } from './fixtures';
import { askFor, conversation, webview } from './steps';

const BACK = 'Wieder da: „Winterfuchs“';
const SKU = 'OO-CA-FOXX-SING';

test('what is sold out is told when it is back, once; after the stop word nothing comes', async ({
  shopper: { page },
  merchant,
}) => {
  test.slow();
  const say = async (words: string) => {
    await page.getByRole('textbox', { name: 'Message' }).fill(words);
    await page.getByRole('button', { name: 'Send' }).click();
  };
  const card = await askFor(page, 'Winterfuchs');
  await card.getByRole('button', { name: 'Ansehen' }).click();
  const shop = webview(page);
  await shop.getByRole('button', { name: 'Sagt mir Bescheid, wenn es wieder da ist' }).click();
  await expect(shop.getByText('Notiert! Sobald es wieder da ist')).toBeVisible();
  try {
    await merchant.setStock('Winterfuchs', SKU, 3);
    await expect(conversation(page)).toContainText(BACK);

    await page.getByRole('button', { name: 'Close webview' }).click();
    await say('Stopp');
    await expect(conversation(page)).toContainText('keine Werbung und keine Erinnerungen mehr');
    await merchant.setStock('Winterfuchs', SKU, 0);
    await merchant.setStock('Winterfuchs', SKU, 2);
    await say('Hilfe');
    await expect(conversation(page)).toContainText('Ich antworte automatisch');
    await expect(conversation(page).getByText(BACK)).toHaveCount(1);
  } finally {
    await merchant.setStock('Winterfuchs', SKU, 0);
  }
});
