import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Nothing that axe finds, in light and in dark, and nothing to scroll to the side for at 320 px. */
export async function isFineFor(page: Page, what: string): Promise<void> {
  const before = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // What stands in a frame is the provider's page; and only the colours differ in the dark.
    const axe = new AxeBuilder({ page }).exclude('iframe');
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(WCAG)
      : axe.withRules('color-contrast')
    ).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${what} is wider than a narrow phone`).toBeLessThanOrEqual(320);
  if (before) await page.setViewportSize(before);
}

/** Presses Tab until what has the focus is called so, as somebody does who sees no pointer. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focusedName(page))) return;
  }
  throw new Error(`forty presses of Tab lead to nothing called ${name}; the last was "${await focusedName(page)}"`);
}

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const labels =
      focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels : null;
    return focused?.getAttribute('aria-label') ?? (labels?.[0] ?? focused)?.textContent?.trim() ?? '';
  });
}
