/** A colour in OKLCH: lightness 0–1, chroma, hue in degrees. Source: Ottosson, "A perceptual color space" (2020); CSS Color 4 §9.4. */
export type Oklch = { l: number; c: number; h: number };
type Rgb = [number, number, number];

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const gamma = (channel: number) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055);

function rgbOf(hex: string): Rgb {
  const at = (index: number) => Number.parseInt(hex.slice(index, index + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

function linearOf(hex: string): Rgb {
  const [r, g, b] = rgbOf(hex);
  return [linear(r), linear(g), linear(b)];
}

/** "#0b5258" as OKLCH. */
export function oklchOf(hex: string): Oklch {
  const [r, g, b] = linearOf(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const blue = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, blue),
    h: ((Math.atan2(blue, a) * 180) / Math.PI + 360) % 360,
  };
}

function linearRgbOf({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

/** An OKLCH colour as a screen can show it, "#rrggbb": what is too strong loses chroma, never lightness or hue. */
export function hexOf(colour: Oklch): string {
  for (let c = colour.c; c > 0; c -= 0.004) {
    const rgb = linearRgbOf({ ...colour, c });
    if (rgb.every((channel) => channel >= -0.0005 && channel <= 1.0005)) return written(rgb);
  }
  return written(linearRgbOf({ ...colour, c: 0 }));
}

function written(rgb: Rgb): string {
  const digits = rgb.map((channel) => {
    const whole = Math.round(gamma(Math.min(1, Math.max(0, channel))) * 255);
    return whole.toString(16).padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

/** How well one colour stands on another, 1 to 21. Source: WCAG 2.2, contrast ratio. */
export function contrast(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = linearOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
