import { VIEWS, type Measure, type YearView } from '$lib/domain';
import { prerenderYear } from '$lib/charts/prerender';
import { sentencesMarkup, tableMarkup } from '$lib/components/table-markup';
import { toDrawing } from '$lib/components/year-drawing';
import { readAreas, readSeries, readTiles } from '$lib/server/published';
import { defaults, unitForYears } from '$lib/state/choices';
import { composeYear, type YearPicture } from '$lib/views/year-picture';
import { describeYear } from '$lib/views/year-sentences';
import { tabulateYear, yearCaption } from '$lib/views/year-table';
import { yearsHeld } from '$lib/views/years-held';

/** A view of one year as the page is prerendered with it. */
export interface PrerenderedYear {
  drawn: { narrow: string; wide: string };
  /** What it says, as markup. */
  said: string;
}

const YEAR_VIEWS = VIEWS.filter((view) => view !== 'time');

const pictures = new Map<string, YearPicture[] | undefined>();

/** The latest year of a measure in each view of one year, in its first state; undefined where England's figures alone are held. */
const picturesOf = (measure: Measure): YearPicture[] | undefined => {
  if (!pictures.has(measure.slug)) pictures.set(measure.slug, compose(measure));
  return pictures.get(measure.slug);
};

const compose = (measure: Measure): YearPicture[] | undefined => {
  const file = readSeries(measure.slug);
  const years = yearsHeld(file, measure);
  const unit = unitForYears(measure, years);
  if (!unit) return undefined;
  const base = measure.variants.find(({ key }) => key === unit)?.base;
  const bases = base && readSeries(base.measure);
  return YEAR_VIEWS.flatMap((view) => {
    const choices = { ...defaults(measure), unit, view };
    return composeYear({ file, bases, measure, choices, years, areas: readAreas() }) ?? [];
  });
};

/** The captions of the views of one year; undefined where there are none. */
export const yearCaptions = (measure: Measure): Record<YearView, string> | undefined => {
  const all = picturesOf(measure);
  return (
    all && (Object.fromEntries(all.map((picture) => [picture.view, yearCaption(picture)])) as Record<YearView, string>)
  );
};

/** The views of one year in their first state, and the table they share; undefined where there are none. */
export const yearViews = (
  measure: Measure
): { views: Record<YearView, PrerenderedYear>; table: string } | undefined => {
  const all = picturesOf(measure);
  if (!all) return undefined;
  const views = Object.fromEntries(
    all.map((picture): [YearView, PrerenderedYear] => [
      picture.view,
      {
        drawn: prerenderYear(toDrawing(picture, [], readTiles())),
        said: sentencesMarkup(describeYear(picture))
      }
    ])
  ) as Record<YearView, PrerenderedYear>;
  const [first] = all;
  return { views, table: tableMarkup(tabulateYear(first!), yearCaption(first!), 'Area') };
};
