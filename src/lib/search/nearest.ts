import type { Area } from '#lib/domain/index.ts';
import { loadList } from '#lib/series/load.ts';
import { filesOfSearch } from './files-of-search.ts';

/*
 * On the page that hosts serve where there is none: says which measure or council the address may have meant. The measures
 * are links of the page itself; the councils come from the site's own list. Without this script the page's links are enough.
 */

interface Option {
  slug: string;
  name: string;
  href: string;
}

const readable = (text: string): string => {
  try {
    return decodeURIComponent(text).toLowerCase().slice(0, 60);
  } catch {
    return text.toLowerCase().slice(0, 60);
  }
};

/** The letters to change, add or drop to get from one word to another (Levenshtein). */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
};

const measures = (): Option[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[data-slug]')].map((each) => ({
    slug: each.dataset.slug!,
    name: each.textContent,
    href: each.href
  }));

const councils = async (): Promise<Option[]> => {
  const files = filesOfSearch();
  const areas = await loadList<Area>('areas', files);
  return areas.map(({ slug, name }) => ({ slug, name, href: `${files.base}areas/${slug}/` }));
};

const suggest = async (place: HTMLElement, kind: string, asked: string): Promise<void> => {
  const isArea = kind === 'areas';
  const options = isArea ? await councils().catch(() => []) : measures();
  const [best] = options
    .map((each) => ({ ...each, far: distance(asked, each.slug) - (each.slug.includes(asked) ? asked.length : 0) }))
    .sort((a, b) => a.far - b.far);
  if (!best) return;
  place.textContent = `There is no ${isArea ? 'council or region' : 'measure'} with the address “${asked}”. The nearest is `;
  const link = document.createElement('a');
  link.href = best.href + (kind === 'trends' ? location.search : '');
  link.textContent = best.name;
  place.append(link, '.');
  place.hidden = false;
};

const place = document.getElementById('nearest');
const [, kind, asked] = /\/(trends|areas|embed|data)\/([^/?#]+)\/?/.exec(location.pathname) ?? [];
if (place && kind && asked) void suggest(place, kind, readable(asked));
