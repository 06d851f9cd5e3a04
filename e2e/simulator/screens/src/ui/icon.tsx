const PATHS = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  share: 'M12 15V4m0 0L7.5 8.5M12 4l4.5 4.5M5 13v5a2 2 0 002 2h10a2 2 0 002-2v-5',
  send: 'M4.5 12L20 4.5 15.5 20l-3.6-6.4L4.5 12zm7.4 1.6L20 4.5',
  menu: 'M5 7h14M5 12h14M5 17h9',
  sliders: 'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5v5M8.5 14.5v5',
  lock: 'M7 11V8a5 5 0 0110 0v3M6 11h12v9H6z',
  chevron: 'M9 6l6 6-6 6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  plus: 'M12 5v14M5 12h14',
  bag: 'M5 8h14l-1 12H6L5 8zm4 0V7a3 3 0 016 0v1',
  external: 'M14 5h5v5M19 5l-8 8M11 6H6v12h12v-5',
  alert: 'M12 8v5m0 3.2v.1M12 3.5l9 16H3l9-16z',
  reply: 'M10 7L5 12l5 5M5 12h9a5 5 0 015 5v1',
  card: 'M3 7h18v11H3zM3 11h18',
  sound: 'M4 10v4h4l5 4V6l-5 4H4zm12-1a4 4 0 010 6m2.500-8.500a8 8 0 010 11',
  play: 'M8 5l11 7-11 7V5z',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  picture: 'M4 5h16v14H4zm0 11l5-5 4 4 3-3 4 4M15.500 9h.100',
  thumb:
    'M7 10v11M15 5.900L14 10h5.800a2 2 0 012 2.600l-2.300 7.300a2 2 0 01-2 1.600H4a2 2 0 01-2-2V12a2 2 0 012-2h2.800a2 2 0 001.800-1.100L12 2a3.100 3.100 0 013 3.900z',
  home: 'M4 11l8-7 8 7M6 10v9h12v-9',
  spark: 'M12 4v4m0 8v4M4 12h4m8 0h4M7 7l2 2m6 6l2 2M17 7l-2 2m-6 6l-2 2',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a label, or inside a button that has a name of its own. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
