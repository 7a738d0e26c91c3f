import type { Screened } from '#lib/screening/screen-file.ts';
import type { Group } from '#lib/screening/rule.ts';

/** What the worker is asked: to screen a file of the reader's, with its metadata and the rows of `local_authorities.csv`. */
export interface ScreenCall {
  data: File;
  meta?: File;
  authorities: string;
}

/** A rule as it is listed. */
export interface ListedRule {
  id: string;
  asks: string;
  group: Group;
  isOurs: boolean;
}

export interface Progress {
  /** Bytes read of all. */
  read: number;
  total: number;
  rows: number;
}

export type ScreenReply =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; screened: Screened; rules: ListedRule[] }
  | { kind: 'failed'; message: string };
