const PATIENCE_MS = 20_000;

/**
 * On SIGTERM or SIGINT runs `close`, which finishes what runs, and ends the process: with 0 when all is done, with 1
 * after 20 s. A second signal ends it at once; nothing is lost then that a kill would not lose either.
 */
export function onFarewell(close: () => Promise<void>): void {
  let leaving = false;
  const leave = () => {
    if (leaving) process.exit(1);
    leaving = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : 'closing failed'}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
  process.on('disconnect', leave); // a launcher that keeps a channel to us was killed
}
