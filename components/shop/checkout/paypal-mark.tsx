/** PayPal's name in its colours, on white in dark mode too. */
export function PaypalMark() {
  return (
    <svg viewBox="0 0 64 24" width={64} height={24} aria-hidden="true" className="shrink-0 rounded-sm">
      <rect x=".5" y=".5" width="63" height="23" rx="3.5" fill="#fff" stroke="#d5dae0" />
      <text
        x="32"
        y="16.5"
        textAnchor="middle"
        fontSize="13"
        fontWeight="800"
        fontStyle="italic"
        fontFamily="sans-serif"
      >
        <tspan fill="#003087">Pay</tspan>
        <tspan fill="#0070e0">Pal</tspan>
      </text>
    </svg>
  );
}
