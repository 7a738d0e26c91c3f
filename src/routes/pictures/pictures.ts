import { createHash } from 'node:crypto';
import { ENGLAND, formatNumber, fullName, type Area } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { describeVerdict, verdictOf } from '#lib/areas/verdict.ts';
import { SHARE_SIZE, sharePicture, type ShareWords } from '#lib/drawing/share-picture.ts';
import { prerender } from '#lib/figures/prerender.ts';
import { headingOf, sourceLines, sourcesOf } from '#lib/figures/time/citation.ts';
import { compose, type Picture } from '#lib/figures/time/picture.ts';
import { describe } from '#lib/figures/time/sentences.ts';
import { toSpec, type TimeSpec } from '#lib/figures/time/spec.ts';
import { restrict } from '#lib/series/restrict.ts';
import { readAreas, readEvents, readPublished, readSeries } from '#lib/server/published.ts';
import { SANS, SERIF } from '#lib/server/rasterise.ts';
import type { BeforeAfter } from '#lib/statistics/before-after.ts';
import { MONTHS_TITLE } from '../before-and-after/story/load-section';
import { monthsSpec } from '../before-and-after/story/specs';
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

/** Makes a picture of a page and its words, once. */
const remember = (id: string, make: () => { words: ShareWords; spec: TimeSpec }): SharePicture => {
  const known = pictures.get(id);
  if (known) return known;
  const { words, spec } = make();
  const svg = sharePicture(words, { serif: SERIF, sans: SANS }, (size) => prerender(spec, size));
  const name = `${id}-${createHash('sha256').update(svg).digest('hex').slice(0, 10)}`;
  const made = { name, svg, alt: `${words.title}. ${words.sentence}` };
  pictures.set(id, made);
  return made;
};

/** A measure over time with its words; `words` are made of the picture. */
const draw = (
  id: string,
  slug: string,
  areas: Area[],
  words: (picture: Picture) => Pick<ShareWords, 'title' | 'sentence'>
): SharePicture =>
  remember(id, () => {
    const measure = measureOf(slug)!;
    const file = restrict(readSeries(slug), [ENGLAND, ...areas.map(({ key }) => key)]);
    const picture = compose(file, measure, measure.variants[0].key, england(), areas);
    const { title, sentence } = words(picture);
    const caption = `${areas.length ? `${measure.title} · ` : ''}${headingOf(picture).subtitle}`;
    const events = readEvents().filter(({ shown }) => shown);
    const source = sourceLines(sourcesOf(picture, file))[0] ?? '';
    return { words: { title, sentence, caption, source }, spec: toSpec(picture, file, events, sentence) };
  });

const firstSentence = (picture: Picture): string => describe(picture)[0]?.text ?? '';

const ofMeasure = (slug: string): SharePicture =>
  draw(slug, slug, [], (picture) => ({ title: picture.measure.title, sentence: firstSentence(picture) }));

const ofSite = (): SharePicture =>
  draw('site', HEADLINE, [], (picture) => ({
    title: 'Children’s social care in England, before and after 2008',
    sentence: firstSentence(picture)
  }));

/** The story has its first chart: applications to court in the months around the verdicts. */
const ofStory = (): SharePicture =>
  remember('before-and-after', () => {
    const { care } = readPublished<BeforeAfter>('before-and-after.json').months;
    const [october, november, december] = ['2008-10', '2008-11', '2008-12'].map((month) =>
      formatNumber(care.find((each) => each.month === month)!.value)
    );
    const sentence = `In England there were ${october} care applications to court in October 2008, ${november} in November, the month of the verdicts, and ${december} in December.`;
    const events = readEvents().filter(({ id }) => id === 'verdicts' || id === 'laming-report');
    return {
      words: {
        title: 'What changed after November 2008, and what we cannot know',
        sentence,
        caption: MONTHS_TITLE,
        source: 'Source: Cafcass.'
      },
      spec: monthsSpec(care, events, { title: MONTHS_TITLE, description: sentence })
    };
  });

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
