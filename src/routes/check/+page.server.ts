import type { FileRef } from '#lib/files/page-files.ts';
import { publishedFile } from '#lib/server/index-of-data.ts';

export const load = (): { authorities: FileRef } => {
  const { path, bytes, sha256 } = publishedFile('local_authorities.csv');
  return { authorities: { path: `data/${path}`, bytes, sha256 } };
};
