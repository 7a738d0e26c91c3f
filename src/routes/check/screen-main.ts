import { authoritiesOf } from '#lib/screening/context.ts';
import { parseSheet } from '#lib/screening/parse.ts';
import { isOurs } from '#lib/screening/rule.ts';
import { ALL_RULES } from '#lib/screening/rules.ts';
import { FileScreening, Unreadable, readMeta, type Screened } from '#lib/screening/screen-file.ts';
import type { ScreenCall, ScreenReply } from './protocol.ts';

/** Bytes read at a time. */
const PART = 1 << 20;

const reply = (message: ScreenReply): void => postMessage(message);

const rules = ALL_RULES.map((rule) => ({ id: rule.id, asks: rule.asks, group: rule.group, isOurs: isOurs(rule) }));

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

const screenFile = async ({ data, meta, authorities }: ScreenCall): Promise<Screened> => {
  const screening = new FileScreening(data.name, {
    meta: meta && readMeta(meta.name, await bytesOf(meta)),
    authorities: authoritiesOf(parseSheet('local_authorities.csv', authorities).sheet.rows)
  });
  let last = 0;
  for (let read = 0; read < data.size; read += PART) {
    screening.push(await bytesOf(data.slice(read, read + PART)));
    if (performance.now() - last < 100) continue;
    last = performance.now();
    reply({ kind: 'progress', progress: { read, total: data.size, rows: screening.rows } });
  }
  return screening.end();
};

/** Why a file was not read to its end, in words for a person. */
const whyNot = (error: unknown): string => {
  if (error instanceof Unreadable) return error.message;
  // A file that was moved, changed or taken away while it was read.
  if (error instanceof DOMException) return 'it was changed or taken away while it was being read';
  return `something went wrong on the way: ${error instanceof Error ? error.message : String(error)}`;
};

/** Screens the file of a call and replies with what came of it. */
export const handleCall = async (call: ScreenCall): Promise<void> => {
  try {
    const screened = await screenFile(call);
    reply({ kind: 'done', screened, rules });
  } catch (error) {
    reply({ kind: 'failed', message: whyNot(error) });
  }
};
