import { type BrandColours, paletteOf } from '@/lib/domain/brand/palette';
import type { Language } from '@/lib/domain/market';
import { settingsWordsIn } from './settings-words';

const NAMED = /^#[0-9a-f]{6}$/i;
const GROUNDS = { light: '#fcf9f4', dark: '#0b161b' } as const;

/** How a colour stands on the shop's pages, light and dark, and whether it can be read as it is. */
export function BrandPreview({ colour, language }: { colour: string; language: Language }) {
  const words = settingsWordsIn(language).brand;
  if (colour === '') return null;
  if (!NAMED.test(colour)) return <p className="text-xs text-error">{words.notColour}</p>;
  const palette = paletteOf(colour.toLowerCase());
  const ratio = palette.ratio.toLocaleString(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return (
    <figure className="grid gap-2">
      <figcaption className="text-sm font-bold">{words.preview}</figcaption>
      <div className="grid grid-cols-2 gap-3">
        {(['light', 'dark'] as const).map((scheme) => (
          <Scheme
            key={scheme}
            colours={palette[scheme]}
            ground={GROUNDS[scheme]}
            label={words[scheme]}
            button={words.button}
          />
        ))}
      </div>
      <p className="text-xs text-muted">{palette.isDarkened ? words.darkened(ratio) : words.fine(ratio)}</p>
    </figure>
  );
}

type SchemeProps = { colours: BrandColours; ground: string; label: string; button: string };

// Drawn, since the content policy allows no style attribute.
function Scheme({ colours, ground, label, button }: SchemeProps) {
  return (
    <svg viewBox="0 0 200 96" role="img" aria-label={label} className="w-full rounded-md border border-line">
      <rect width="200" height="96" fill={ground} />
      <rect x="12" y="12" width="176" height="26" rx="6" fill={colours.soft} />
      <text x="22" y="29" fontSize="12" fill={colours.brand}>
        {label}
      </text>
      <rect x="12" y="48" width="176" height="36" rx="8" fill={colours.brand} />
      <text x="100" y="71" fontSize="13" fontWeight="600" textAnchor="middle" fill={colours.onBrand}>
        {button}
      </text>
    </svg>
  );
}
