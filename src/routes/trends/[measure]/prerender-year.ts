import type { Measure } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { prerenderYear } from '#lib/figures/prerender.ts';
import { packMarks, type PrerenderedMarks } from '#lib/figures/year/prerendered-marks.ts';
import { YEAR_VIEWS, detailsOf, fetchYearDrawing, isYearView, viewAt, type YearView } from '#lib/figures/registry.ts';
import { readAreas, readEstimates, readSeries, readTiles } from '#lib/server/published.ts';
import { defaults, unitForYears } from '#lib/address/trend.ts';
import type { Heading } from '#lib/figures/time/heading.ts';
import type { Sentence } from '#lib/figures/time/sentences.ts';
import { tableMarkup } from '#lib/figures/time/table-markup.ts';
import { composeYear } from '#lib/figures/year/picture.ts';
import { describeYear } from '#lib/figures/year/sentences.ts';
import { yearHeading, yearSources } from '#lib/download/year-share.ts';
import { tabulateYear, yearCaption } from '#lib/figures/year/table.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';

/** A view of one year as its page is prerendered: the latest year, with no area chosen. */
export interface PrerenderedYear {
  caption: string;
  drawn: { narrow: string; wide: string };
  /** What pointer and keys read, so that they work before any figures are fetched. */
  read: PrerenderedMarks;
  sentences: Sentence[];
  /** As markup. */
  table: string;
  heading: Heading;
  sources: ReturnType<typeof yearSources>;
}

/** The addresses of the views of one year: of every measure of which figures of councils are held. */
export const yearViewEntries = (): { measure: string; view: string }[] =>
  CATALOGUE.filter((measure) => unitForYears(measure, yearsHeld(readSeries(measure.slug), measure))).flatMap(
    ({ slug }) => YEAR_VIEWS.map((view) => ({ measure: slug, view: detailsOf(view).path }))
  );

/** The picture of a view of one year in its first state; undefined where England's figures alone are held. */
export const firstYearPicture = (measure: Measure, view: YearView) => {
  const file = readSeries(measure.slug);
  const years = yearsHeld(file, measure);
  const unit = unitForYears(measure, years);
  if (!unit) return undefined;
  const base = measure.variants.find(({ key }) => key === unit)?.denominator;
  const picture = composeYear({
    file,
    bases: base && readSeries(base.measure),
    measure,
    view,
    choices: { ...defaults(measure), unit },
    years,
    areas: readAreas(),
    estimates: readEstimates(measure.slug)
  });
  return picture && { file, picture };
};

/** A view of one year in its first state, by the part of its address; undefined where there is none. */
export const prerenderedYear = async (measure: Measure, path: string): Promise<PrerenderedYear | undefined> => {
  const view = viewAt(path);
  if (!isYearView(view)) return undefined;
  const composed = firstYearPicture(measure, view);
  if (!composed) return undefined;
  const { file, picture } = composed;
  const toDrawing = await fetchYearDrawing(view);
  const drawing = toDrawing(picture, { extras: [], tiles: readTiles() });
  const caption = yearCaption(picture);
  return {
    caption,
    drawn: prerenderYear(drawing),
    read: packMarks(drawing.marks, {
      unit: drawing.unit,
      dp: picture.dp,
      inRows: drawing.inRows,
      narrow: drawing.place(drawing.sizes.narrow),
      wide: drawing.place(drawing.sizes.wide)
    }),
    sentences: describeYear(picture),
    table: tableMarkup(tabulateYear(picture), caption, 'Area'),
    heading: yearHeading(picture),
    sources: yearSources(picture, file)
  };
};
