import { useState } from 'react';

/**
 * What the person has just chosen is shown at once, until the server's picture has changed; a refusal takes it back.
 * Without this a radio button would spring back for the moment that the answer takes.
 */
export function useWish<Value, Wanted extends Value = Value>(
  value: Value,
  choose: (wanted: Wanted) => Promise<boolean>,
) {
  const [wish, setWish] = useState<{ instead: Value; wanted: Wanted } | null>(null);
  const shown: Value = wish && wish.instead === value ? wish.wanted : value;
  const want = (wanted: Wanted) => {
    setWish({ instead: value, wanted });
    void choose(wanted).then((accepted) => {
      if (!accepted) setWish(null);
    });
  };
  return [shown, want] as const;
}
