const PATHS = {
  shop: 'M4 9.5 5.5 4h13L20 9.5M4 9.5V20h16V9.5M4 9.5c0 1.7 1.2 2.8 2.7 2.8s2.6-1.1 2.6-2.8c0 1.7 1.2 2.8 2.7 2.8s2.7-1.1 2.7-2.8c0 1.7 1.1 2.8 2.6 2.8S20 11.2 20 9.5M9.5 20v-4.5h5V20',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.8-4.8',
  cart: 'M5.5 8h13l1 12h-15l1-12ZM8.5 8V7a3.5 3.5 0 0 1 7 0v1',
  orders: 'M4 7.5 12 3.5l8 4v9l-8 4-8-4v-9ZM4 7.5l8 4 8-4M12 11.5v9M8 5.5l8 4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  warning: 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.3',
  lock: 'M6 10.5h12V20H6v-9.5ZM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  truck:
    'M3 6.5h10.5v10H3v-10ZM13.5 10h4l3.5 3.5v3h-7.5M7 18.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM17 18.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  back: 'M4 9h11a5 5 0 0 1 0 10h-3M4 9l4.5-4.5M4 9l4.5 4.5',
  share: 'M12 15V4M8 7.5 12 4l4 3.5M6 11.5v8h12v-8',
  arrow: 'M9 5.5 15.5 12 9 18.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside words; it says nothing on its own, so a screen reader passes it by. */
export function Icon({ name, size = 24, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
