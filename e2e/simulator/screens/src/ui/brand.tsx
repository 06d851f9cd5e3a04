/** Parley's mark: two people's bubbles that meet. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" className="shrink-0">
      <path
        className="fill-brand"
        d="M6 3h15a5 5 0 0 1 5 5v6a5 5 0 0 1-5 5h-9l-6 5v-5.4A5 5 0 0 1 2 14V7a4 4 0 0 1 4-4z"
      />
      <path
        className="fill-sun"
        d="M28.500 11.500A5 5 0 0 1 30 15v7a5 5 0 0 1-3 4.600V31l-5-4h-6a5 5 0 0 1-4.500-3H21a7.500 7.500 0 0 0 7.500-7.500z"
      />
      <circle className="fill-on-brand" cx="9.500" cy="11" r="1.500" />
      <circle className="fill-on-brand" cx="14.500" cy="11" r="1.500" />
      <circle className="fill-on-brand" cx="19.500" cy="11" r="1.500" />
    </svg>
  );
}

/** Says at every glance that none of this is the real thing. */
export function SimulatorRibbon() {
  return (
    <span className="rounded-full bg-sun px-3 py-0.5 text-[11px] font-semibold tracking-[0.14em] text-on-sun uppercase">
      Simulator
    </span>
  );
}
