import { unpackDistricts, type Area, type PackedDistricts } from '#lib/domain/index.ts';
import { loadList } from '#lib/series/load.ts';
import { find, needsDistricts, type Finding } from './find.ts';
import { filesOfSearch } from './files-of-search.ts';

/*
 * Answers a search that was sent to the list of councils, `?find=Harringay` (found.ts).
 */

const make = (tag: string, ...content: (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
};

const fetchFound = async (asked: string): Promise<Finding> => {
  const files = filesOfSearch();
  const [areas, packed] = await Promise.all([
    loadList<Area>('areas', files),
    needsDistricts(asked) ? loadList<PackedDistricts>('postcodes', files) : undefined
  ]);
  return find(
    areas.filter(({ level }) => level !== 'National'),
    asked,
    packed && unpackDistricts(packed)
  );
};

const listOf = ({ hits }: Finding): HTMLElement => {
  const { base } = filesOfSearch();
  return make(
    'ul',
    ...hits.map(({ area, label, hint }) => {
      const link = document.createElement('a');
      link.href = `${base}areas/${area.slug}/`;
      link.textContent = label;
      return make('li', link, ...(hint ? [make('span', hint)] : []));
    })
  );
};

const answer = async (section: HTMLElement, heading: HTMLElement, asked: string): Promise<void> => {
  try {
    const found = await fetchFound(asked);
    const says = found.message.replace(/([^.])$/, '$1.');
    const status = make('p', found.hits.length ? says : `${says} All councils are below.`);
    status.role = 'status';
    section.replaceChildren(heading, status, ...(found.hits.length ? [listOf(found)] : []));
  } catch {
    const again = make('button', 'Try again');
    again.addEventListener('click', () => void answer(section, heading, asked));
    const alert = make('p', 'The list of councils did not arrive. ', again, ' All of them are below.');
    alert.role = 'alert';
    section.replaceChildren(heading, alert);
  }
};

const place = document.querySelector('h1');
const asked = (new URLSearchParams(location.search).get('find') ?? '').trim().slice(0, 100);
if (place && asked) {
  const section = make('section');
  const heading = make('h2', `Search for “${asked}”`);
  heading.id = 'found';
  section.className = 'found';
  section.setAttribute('aria-labelledby', heading.id);
  section.append(heading);
  place.after(section);
  void answer(section, heading, asked);
}
