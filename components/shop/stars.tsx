/** One to five stars; what they mean is said to a screen reader. */
export function Stars({ stars, label }: { stars: number; label: string }) {
  return (
    <span role="img" aria-label={label} className="tracking-wider text-brand">
      {'★'.repeat(stars)}
      <span className="text-edge">{'★'.repeat(5 - stars)}</span>
    </span>
  );
}
