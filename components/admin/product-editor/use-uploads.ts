'use client';

import { useRef, useState } from 'react';
import type { ProductImage } from '@/lib/domain/catalogue/product';
import type { ProductWords } from '../product-words';
import { sendPicture } from './send-picture';

export type Upload = { id: number; name: string; part: number; problem: string | null };

/** Sends pictures one after the other; each that has arrived is handed on, each that has not says why. */
export function useUploads(words: ProductWords, onArrived: (image: ProductImage) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [arrived, setArrived] = useState(0);
  const count = useRef(0);
  const line = useRef<Promise<void>>(Promise.resolve());
  const change = (id: number, patch: Partial<Upload>) =>
    setUploads((now) => now.map((upload) => (upload.id === id ? { ...upload, ...patch } : upload)));

  const send = async (id: number, file: File) => {
    const sent = await sendPicture(file, (part) => change(id, { part }));
    if (sent.ok) {
      setUploads((now) => now.filter((upload) => upload.id !== id));
      setArrived((now) => now + 1);
      onArrived(sent.image);
    } else if (sent.signIn) location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
    else change(id, { problem: sent.message ?? words.uploadFailed });
  };
  const add = (files: readonly File[]) => {
    for (const file of files) {
      count.current += 1;
      const id = count.current;
      setUploads((now) => [...now, { id, name: file.name, part: 0, problem: null }]);
      line.current = line.current.then(() => send(id, file));
    }
  };
  const dismiss = (id: number) => setUploads((now) => now.filter((upload) => upload.id !== id));
  return { uploads, arrived, add, dismiss };
}
