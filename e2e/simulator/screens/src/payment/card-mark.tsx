import type { ScreenDialog } from '@/e2e/simulator/messenger/screen-contract';

type Brand = NonNullable<ScreenDialog>['cards'][number]['brand'];

function Drawing({ brand }: { brand: Brand }) {
  switch (brand) {
    case 'visa':
      return (
        <>
          <rect width="46" height="30" rx="5" fill="#f7f8fc" />
          <path d="M0 24h46v1a5 5 0 0 1-5 5H5a5 5 0 0 1-5-5z" fill="#f2a93b" />
          <text x="23" y="19.500" textAnchor="middle" fontSize="13" fontWeight="800" fontStyle="italic" fill="#1c2f7c">
            VISA
          </text>
        </>
      );
    case 'mastercard':
      return (
        <>
          <rect width="46" height="30" rx="5" fill="#20242c" />
          <circle cx="18.500" cy="15" r="8.500" fill="#e0402f" />
          <circle cx="27.500" cy="15" r="8.500" fill="#f0a22e" />
          <path d="M23 7.800a8.500 8.500 0 0 1 0 14.400 8.500 8.500 0 0 1 0-14.400z" fill="#ee6f2d" />
        </>
      );
    case 'amex':
      return (
        <>
          <rect width="46" height="30" rx="5" fill="#2a72b5" />
          <text x="23" y="19" textAnchor="middle" fontSize="11.500" fontWeight="800" letterSpacing="0.600" fill="#fff">
            AMEX
          </text>
        </>
      );
    case 'paypal':
      return (
        <>
          <rect width="46" height="30" rx="5" fill="#f7f8fc" />
          <text
            x="23"
            y="18.800"
            textAnchor="middle"
            fontSize="10.500"
            fontWeight="800"
            fontStyle="italic"
            fill="#17326e"
          >
            Pay<tspan fill="#2a8fd4">Pal</tspan>
          </text>
        </>
      );
  }
}

/** Own drawing of a card's brand; the name stands beside it as text. */
export function CardMark({ brand }: { brand: Brand }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 46 30"
      width="46"
      height="30"
      className="shrink-0 rounded-[5px] font-sans ring-1 ring-black/10"
    >
      <Drawing brand={brand} />
    </svg>
  );
}
