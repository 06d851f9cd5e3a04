'use client';

import type { ProductImage } from '@/lib/domain/catalogue/product';

export type Sent = { ok: true; image: ProductImage } | { ok: false; message: string | null; signIn: boolean };

/** Sends one picture and tells how far it got, from 0 to 1: only this old way of asking knows. */
export function sendPicture(file: File, onProgress: (part: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/pictures');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    const failed = () => resolve({ ok: false, message: null, signIn: false });
    request.addEventListener('error', failed);
    request.addEventListener('timeout', failed);
    request.addEventListener('load', () => {
      const answer: unknown = request.response;
      if (request.status === 201 && isImage(answer)) return resolve({ ok: true, image: answer });
      const message = Reflect.get(Object(answer), 'message');
      const signIn = Reflect.get(Object(answer), 'problem') === 'signed_out';
      resolve({ ok: false, message: typeof message === 'string' ? message : null, signIn });
    });
    request.timeout = 120_000;
    request.send(file);
  });
}

function isImage(answer: unknown): answer is ProductImage {
  const member = (name: string): unknown => Reflect.get(Object(answer), name);
  return typeof member('file') === 'string' && typeof member('width') === 'number';
}
