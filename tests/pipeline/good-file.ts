import { authoritiesOf } from '#lib/screening/context.ts';
import { parseSheet } from '#lib/screening/parse.ts';
import { FileScreening, readMeta, type Screened } from '#lib/screening/screen-file.ts';

/** Some authorities, as `local_authorities.csv` has them. */
export const authorities = authoritiesOf(
  parseSheet(
    'local_authorities.csv',
    `new_la_code,old_la_code,la_name,region_code,region_name,type,start,end,successors
E09000014,309,Haringey,E13000001,Inner London,London Boroughs,,,
E09000012,204,Hackney,E13000001,Inner London,London Boroughs,,,
E06000058,839,"Bournemouth, Christchurch and Poole",E12000009,South West,Unitary Authorities,2019-04-01,,
`
  ).sheet.rows
);

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Screens a file as page and command do, `part` bytes at a time. */
export const screened = (
  data: string | Uint8Array,
  meta?: string,
  { file = 'plans.csv', metaFile = 'plans.meta.csv', part = 1 << 20 } = {}
): Screened => {
  const metadata = meta === undefined ? undefined : readMeta(metaFile, bytesOf(meta));
  const screening = new FileScreening(file, { meta: metadata, authorities });
  const bytes = bytesOf(data);
  for (let at = 0; at < bytes.length; at += part) screening.push(bytes.slice(at, at + part));
  return screening.end();
};

/** The rules that a file breaks. */
export const brokenBy = (found: Screened): string[] =>
  found.results.filter(({ level }) => level !== 'pass').map(({ rule }) => rule);
