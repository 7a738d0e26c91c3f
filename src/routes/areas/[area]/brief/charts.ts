import { capital, inProse, variantOf, type Area, type TimelineEvent } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import type { Size } from '#lib/drawing/size.ts';
import { prerender } from '#lib/figures/prerender.ts';
import { tableMarkup } from '#lib/figures/time/table-markup.ts';
import { toSpec } from '#lib/figures/time/spec.ts';
import { CHARTED, CHARTED_FROM } from '#lib/areas/brief/cautions.ts';
import { breaksOf, compose, span, type Picture, type PictureLine } from '#lib/figures/time/picture.ts';
import { describe } from '#lib/figures/time/sentences.ts';
import { tabulate } from '#lib/figures/time/table.ts';
import type { FigureStore } from '#lib/figures/year/figure-store.ts';

/** Two of these stand side by side on a sheet of A4. Above the plot there is room for the unit and for one event. */
const SMALL: Size = {
  name: 'narrow',
  width: 344,
  height: 158,
  top: 36,
  right: 98,
  bottom: 23,
  left: 32,
  // The smallest words, of breaks, are two less: 7.5 points on paper.
  font: 12
};

/** One chart of a brief: its drawing and its table as markup. */
export interface BriefChart {
  slug: string;
  title: string;
  caption: string;
  drawing: string;
  table: string;
  hidden: boolean;
}

/** England is dashed, so that black ink tells the two lines apart, and names are as people say them. */
const inBlack = (line: PictureLine): PictureLine => ({
  ...line,
  ...(line.area.level === 'National' ? { dash: 1 } : { short: capital(inProse(line.area)) }),
  points: line.points.filter(({ period }) => period >= CHARTED_FROM)
});

/** The charts of an authority's brief: its rates against England's from 2006 on, with the one event. */
export const briefCharts = (store: FigureStore, area: Area, england: Area, event: TimelineEvent): BriefChart[] =>
  CHARTED.map((slug) => {
    const file = store.series(slug);
    const measure = measureOf(slug)!;
    const { denominator } = variantOf(measure, 'rate')!;
    const whole = compose(file, measure, 'rate', england, [area], store.series(denominator!.measure), () => ({
      areas: store.areas,
      estimates: store.estimates(slug)
    }));
    const lines = whole.lines.map(inBlack).filter(({ points }) => points.length);
    // A new name has room in the table alone.
    const breaks = breaksOf(file, variantOf(measure, 'rate')!, lines);
    const picture: Picture = { ...whole, lines, breaks };
    const drawn = { ...picture, breaks: breaks.filter(({ kind }) => kind !== 'name') };
    const description = describe(whole)
      .map(({ text }) => text)
      .join(' ');
    const spec = toSpec(drawn, file, [event], description);
    const caption = `${measure.title} per 10,000 children, ${capital(inProse(area))} and England, ${span(lines)}`;
    return {
      slug,
      title: measure.title,
      caption,
      drawing: prerender({ ...spec, periods: [CHARTED_FROM, spec.periods[1]] }, SMALL),
      table: tableMarkup(tabulate(picture), caption, '31 March'),
      hidden: lines.some(({ points }) => points.some(({ status }) => status === 'suppressed'))
    };
  });
