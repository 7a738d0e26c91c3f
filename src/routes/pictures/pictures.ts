import { createHash } from 'node:crypto';
import { ENGLAND, fullName, type Area } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { describeVerdict, verdictOf } from '#lib/areas/verdict.ts';
import { SHARE_SIZE, sharePicture, type ShareWords } from '#lib/drawing/share-picture.ts';
import { prerender } from '#lib/figures/prerender.ts';
import { headingOf, sourceLines, sourcesOf } from '#lib/figures/time/citation.ts';
import { compose, type Picture } from '#lib/figures/time/picture.ts';
import { describe } from '#lib/figures/time/sentences.ts';
import { toSpec } from '#lib/figures/time/spec.ts';
import { restrict } from '#lib/series/restrict.ts';
import { readAreas, readEvents, readSeries } from '#lib/server/published.ts';
import { SANS, SERIF } from '#lib/server/rasterise.ts';
import { store } from '../areas/[area]/figures-of-areas';

export { SHARE_SIZE };

/** The picture of a page for other sites: its file, and what it shows. */
export interface SharePicture {
  /** Changes with what is drawn. */
  name: string;
  svg: string;
  alt: string;
}

const HEADLINE = 'looked-after';

const pictures = new Map<string, SharePicture>();

const england = (): Area => readAreas().find(({ key }) => key === ENGLAND)!;

/** Draws a measure over time with its words; `words` are made of the picture. */
const draw = (
  id: string,
  slug: string,
  areas: Area[],
  words: (picture: Picture) => Pick<ShareWords, 'title' | 'sentence'>
): SharePicture => {
  const known = pictures.get(id);
  if (known) return known;
  const measure = measureOf(slug)!;
  const file = restrict(readSeries(slug), [ENGLAND, ...areas.map(({ key }) => key)]);
  const picture = compose(file, measure, measure.variants[0].key, england(), areas);
  const { title, sentence } = words(picture);
  const caption = `${areas.length ? `${measure.title} · ` : ''}${headingOf(picture).subtitle}`;
  const events = readEvents().filter(({ shown }) => shown);
  const spec = toSpec(picture, file, events, sentence);
  const svg = sharePicture(
    { title, sentence, caption, source: sourceLines(sourcesOf(picture, file))[0] ?? '' },
    { serif: SERIF, sans: SANS },
    (size) => prerender(spec, size)
  );
  const name = `${id}-${createHash('sha256').update(svg).digest('hex').slice(0, 10)}`;
  const made = { name, svg, alt: `${title}. ${sentence}` };
  pictures.set(id, made);
  return made;
};

const firstSentence = (picture: Picture): string => describe(picture)[0]?.text ?? '';

const ofMeasure = (slug: string): SharePicture =>
  draw(slug, slug, [], (picture) => ({ title: picture.measure.title, sentence: firstSentence(picture) }));

const ofSite = (): SharePicture =>
  draw('site', HEADLINE, [], (picture) => ({
    title: 'Children’s social care in England, before and after 2008',
    sentence: firstSentence(picture)
  }));

const ofStory = (): SharePicture =>
  draw('before-and-after', HEADLINE, [], (picture) => ({
    title: 'What changed after November 2008, and what we cannot know',
    sentence: firstSentence(picture)
  }));

/** The picture of a council or region; the site’s where no rate of it is held. */
const ofArea = (slug: string): SharePicture => {
  const area = readAreas().find((each) => each.slug === slug);
  const verdict = area && verdictOf(store(), area);
  if (!area || !verdict) return ofSite();
  return draw(area.slug, HEADLINE, [area], () => ({ title: fullName(area), sentence: describeVerdict(verdict, area) }));
};

/** The picture that a page is shown with elsewhere. `route` is its route, such as "/areas/[area]". */
export const pictureOf = (route: string, params: Partial<Record<string, string>>): SharePicture => {
  if (/^\/(trends|embed)\/\[measure\]/.test(route) && params.measure && measureOf(params.measure))
    return ofMeasure(params.measure);
  if (route.startsWith('/areas/[area]') && params.area) return ofArea(params.area);
  if (route.startsWith('/before-and-after')) return ofStory();
  return ofSite();
};
