import { type Foreign, foreign } from './values';

const night = {
  colorPrimary: '#0085ff',
  colorBackground: '#30313d',
  colorText: '#ffffff',
  colorTextSecondary: '#b5b6c4',
  colorTextPlaceholder: '#8d8e9c',
  colorDanger: '#fe87a1',
  colorBorder: '#424353',
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

/** Rough, but enough to say whether a background is dark. */
function isDark(colour: string): boolean {
  const probe = document.createElement('canvas').getContext('2d');
  if (!probe) return false;
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
  return red * 0.299 + green * 0.587 + blue * 0.114 < 110;
}

function ruleText(selector: string, given: Foreign): string | null {
  if (!/^\.[\w-]+[\w\s.:>-]*$/.test(selector)) return null;
  const parts = Object.entries(given).map(([name, value]) => `${kebab(name)}: ${String(value)};`);
  return `${selector} { ${parts.join(' ')} }`;
}

/** Dresses the fields as the page wishes: a theme, variables by their Stripe names, and rules for known classes. */
export function applyAppearance(appearance: Foreign): void {
  const { style } = document.documentElement;
  style.cssText = '';
  const dark = appearance.theme === 'night';
  const variables = { ...(dark ? night : {}), ...foreign(appearance.variables) };
  for (const [name, value] of Object.entries(variables)) {
    if (typeof value === 'string') style.setProperty(`--${kebab(name)}`, value);
  }
  const background = foreign(variables).colorBackground;
  const darkBackground = typeof background === 'string' ? isDark(background) : dark;
  style.colorScheme = darkBackground ? 'dark' : 'light';
  sheet.replaceSync('');
  for (const [selector, given] of Object.entries(foreign(appearance.rules))) {
    const text = ruleText(selector, foreign(given));
    if (text) sheet.insertRule(text, sheet.cssRules.length);
  }
}
