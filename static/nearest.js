/**
 * On the page that hosts serve where there is none: says which measure or council the address may have meant. The measures are
 * links of the page itself; the councils come from the site's own list. Without this script the page's links are enough.
 */
const place = document.getElementById('nearest');
const [, kind, asked] = /\/(trends|areas|embed|data)\/([^/?#]+)\/?/.exec(location.pathname) ?? [];
if (place && kind && asked) void suggest(kind, readable(asked));

/** @param {string} text */
function readable(text) {
  try {
    return decodeURIComponent(text).toLowerCase().slice(0, 60);
  } catch {
    return text.toLowerCase().slice(0, 60);
  }
}

/**
 * The letters to change, add or drop to get from one word to another (Levenshtein).
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

/** @param {string} kind @param {string} asked */
async function suggest(kind, asked) {
  const home = document.querySelector('a[data-home]').href;
  const measures = [...document.querySelectorAll('[data-slug]')].map((each) => ({
    slug: each.dataset.slug,
    name: each.textContent,
    href: each.href
  }));
  let all = measures;
  if (kind === 'areas') {
    try {
      const areas = await (await fetch(`${home}data/areas.json`)).json();
      all = areas.map(({ slug, name }) => ({ slug, name, href: `${home}areas/${slug}/` }));
    } catch {
      return;
    }
  }
  const [best] = all
    .map((each) => ({ ...each, far: distance(asked, each.slug) - (each.slug.includes(asked) ? asked.length : 0) }))
    .sort((a, b) => a.far - b.far);
  const what = kind === 'areas' ? 'council or region' : 'measure';
  place.textContent = `There is no ${what} with the address “${asked}”. The nearest is `;
  const link = document.createElement('a');
  link.href = best.href + (kind === 'trends' ? location.search : '');
  link.textContent = best.name;
  place.append(link, '.');
  place.hidden = false;
}
