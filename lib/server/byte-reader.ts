/** Reads what comes in chunks in pieces of a wanted size; null where it ends before that. */
export function createByteReader(chunks: AsyncIterable<Uint8Array>) {
  const source = chunks[Symbol.asyncIterator]();
  let kept: Buffer[] = [];
  let size = 0;
  const more = async (): Promise<boolean> => {
    const next = await source.next();
    if (next.done) return false;
    kept.push(Buffer.from(next.value));
    size += next.value.byteLength;
    return true;
  };
  const cut = (length: number): Buffer => {
    const whole = Buffer.concat(kept);
    kept = length < whole.length ? [whole.subarray(length)] : [];
    size -= length;
    return whole.subarray(0, length);
  };
  return {
    async take(length: number): Promise<Buffer | null> {
      while (size < length) if (!(await more())) return null;
      return cut(length);
    },
    /** Up to and with the first line break, which stands within the first `max` bytes. */
    async line(max: number): Promise<Buffer | null> {
      for (;;) {
        const end = Buffer.concat(kept).subarray(0, max).indexOf('\n');
        if (end >= 0) return cut(end + 1);
        if (size >= max || !(await more())) return null;
      }
    },
    async isAtEnd(): Promise<boolean> {
      while (size === 0) if (!(await more())) return true;
      return false;
    },
  };
}
