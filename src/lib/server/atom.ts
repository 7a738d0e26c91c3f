import { createHash } from 'node:crypto';
import { escapeMarkup, formatDate } from '#lib/domain/index.ts';
import type { ChangeEntry } from './changes.ts';

/** A name for a thing that is the same wherever the site is found: the hash of a text in the form of a UUID (RFC 9562, version 8). */
const urnOf = (text: string): string => {
  const hex = createHash('sha256').update(`per-10000/${text}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32)
  ];
  return `urn:uuid:${parts.join('-')}`;
};

const timeOf = (date: string): string => `${date}T00:00:00Z`;

const contentOf = ({ note, lines, scheduled, kind }: ChangeEntry): string =>
  [
    ...(note ? [`<p>${escapeMarkup(note)}</p>`] : []),
    ...(kind === 'release' ? [] : [`<p>${scheduled ? 'Scheduled.' : 'Not scheduled.'}</p>`]),
    `<ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`
  ].join('');

/**
 * The changes as an Atom feed (RFC 4287). With the site's address links are absolute and the feed names itself; without it links are
 * relative to the feed, which the RFC allows, and the subtitle says so.
 */
export const atomOf = (entries: readonly ChangeEntry[], site: string, day: string): string => {
  const at = (path: string): string => `${site ? `${site}/` : ''}${path}`;
  const subtitle = `Releases taken in, revised figures and corrections.${site ? '' : ' Links are relative to the address of this feed.'}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>${urnOf('changes')}</id>
  <title>Per 10,000: what changed</title>
  <subtitle>${subtitle}</subtitle>
  <updated>${timeOf(entries[0]?.date ?? day)}</updated>
  <author><name>Per 10,000</name></author>
${site ? `  <link rel="self" type="application/atom+xml" href="${at('changes.atom')}"/>\n` : ''}  <link rel="alternate" type="text/html" href="${at('changes/')}"/>
${entries
  .map(
    (entry) => `  <entry>
    <id>${urnOf(`changes/${entry.id}`)}</id>
    <title>${escapeMarkup(entry.title)}</title>
    <updated>${timeOf(entry.date)}</updated>
    <link rel="alternate" type="text/html" href="${at(`changes/#${entry.id}`)}"/>
    <summary>${escapeMarkup(entry.note || `${formatDate(entry.date)}: ${entry.title}`)}</summary>
    <content type="html">${escapeMarkup(contentOf(entry))}</content>
  </entry>\n`
  )
  .join('')}</feed>
`;
};
