import type { FileRef } from '#lib/files/page-files.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
    }

    interface PageData {
      /** The files that the page may fetch, by name: those of every page's search, and its own. */
      lists: Record<string, FileRef>;
      pageFiles?: Record<string, FileRef>;
    }
  }
}
