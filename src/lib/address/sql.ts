import { formatNumber } from '#lib/domain/index.ts';

/** The characters that a query may have in a link: longer ones are cut by mail programs and chats. */
export const MOST_LINK = 10_000;

/** The query that came with an address: none, one, or one that could not be taken, with the reason in words. */
export type LinkedQuery = { kind: 'none' } | { kind: 'query'; sql: string } | { kind: 'invalid'; why: string };

const PARAMETER = 'sql=';

const parameterOf = (text: string): string | undefined =>
  text
    .slice(1)
    .split('&')
    .find((part) => part.startsWith(PARAMETER))
    ?.slice(PARAMETER.length);

/**
 * Reads the query of an address from its fragment, which no server is sent, or else from its search. Never throws, whatever
 * the address holds.
 */
export const readLink = ({ hash, search }: Pick<Location, 'hash' | 'search'>): LinkedQuery => {
  const written = parameterOf(hash) ?? parameterOf(search);
  if (!written) return { kind: 'none' };
  if (written.length > MOST_LINK)
    return {
      kind: 'invalid',
      why: `The query in this link has ${formatNumber(written.length)} characters, more than the ${formatNumber(MOST_LINK)} that a link can hold, so it was not taken.`
    };
  try {
    const sql = decodeURIComponent(written.replaceAll('+', ' '));
    return sql.trim() ? { kind: 'query', sql } : { kind: 'none' };
  } catch {
    return { kind: 'invalid', why: 'The query in this link cannot be read: a part of the link may be missing.' };
  }
};

/** Writes a query as the fragment of a link; undefined where it is too long for one. */
export const writeLink = (sql: string): string | undefined => {
  // A broken character pair, as half an emoji is, cannot be written.
  const written = encodeURIComponent(sql.replace(/\p{Surrogate}/gu, '\ufffd'));
  return written.length > MOST_LINK ? undefined : `#${PARAMETER}${written}`;
};
