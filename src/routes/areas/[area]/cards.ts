import { capital, formatNumber, fullName, variantOf, type Area, type TimelineEvent } from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { cardSpec } from '#lib/areas/card-chart.ts';
import { CARD_SIZE } from '#lib/areas/card-size.ts';
import { cardOf, describeFacts, describeNone, describePlace, type Card, type Fact } from '#lib/areas/card.ts';
import { prerender, toMarkup } from '#lib/figures/prerender.ts';
import { drawStrip } from '#lib/figures/strip/draw.ts';
import { coverage } from '#lib/figures/time/picture.ts';
import { store } from './figures-of-areas';

/** A headline measure of an area as its card shows it; text is never empty where it is there. */
export interface ShownCard {
  slug: string;
  title: string;
  /** "60.6", or why there is none. */
  figure: { value: string; unit: string[] } | { why: string };
  /** The chart and the strip of all councils as markup. */
  chart?: { drawn: string; caption: string };
  strip?: { drawn: string; caption: string };
  facts: Fact[];
}

const figureOf = ({ value, period, count }: Card): ShownCard['figure'] & { value: string } => {
  const many = count === undefined ? '' : `${formatNumber(count)} in `;
  return {
    value: formatNumber(value!, 1),
    unit: ['in every 10,000 children', `${many}March ${period}`]
  };
};

const stripOf = ({ measure, period, place, interval, value }: Card): string => {
  const picture = store().year(measure, 'rate', period)!;
  const values = picture.ranked.map(({ point }) => point.value!);
  const spec = {
    title: `${measure.title}, all councils, March ${period}`,
    description: `A tick is a council. The dot is this one, and the bar its 95% interval.`,
    values,
    own: { value: value!, interval },
    england: picture.england?.point.value ?? undefined,
    dp: 1
  };
  return place ? toMarkup((document) => drawStrip(spec, document)) : '';
};

const shownCard = (
  slug: (typeof HEADLINES)[number],
  area: Area,
  england: Area,
  similar: string[],
  events: TimelineEvent[]
): ShownCard => {
  const measure = measureOf(slug)!;
  const base = { slug, title: measure.short };
  const card = cardOf(store(), slug, area);
  if (!card) {
    const begins = coverage(store().series(slug), 'rate').find(({ level }) => level === 'authorities')!.first;
    const isOver = area.ended !== undefined && area.ended.slice(0, 4) < begins;
    return {
      ...base,
      figure: {
        why: `No rates of ${variantOf(measure, 'rate')!.noun![1]} are held${isOver ? `: those of councils begin in ${begins}` : ''}`
      },
      facts: []
    };
  }
  const spec = cardSpec({ file: store().series(slug), measure, england, area, similar, events });
  const strip = stripOf(card);
  const others = spec.lines.some(({ slot }) => slot === 'similar')
    ? 'England and the median of similar councils'
    : 'England';
  return {
    ...base,
    figure: card.value === null ? { why: describeNone(card) } : figureOf(card),
    chart: {
      drawn: prerender(spec, CARD_SIZE),
      caption: `${measure.title}: ${capital(fullName(area))}, ${others}, ${spec.periods.join(' to ')}`
    },
    ...(strip ? { strip: { drawn: strip, caption: describePlace(card) } } : {}),
    facts: describeFacts(card)
  };
};

/** The cards of the three headline measures, made while prerendering. */
export const shownCards = (area: Area, england: Area, similar: string[], events: TimelineEvent[]): ShownCard[] =>
  HEADLINES.map((slug) => shownCard(slug, area, england, similar, events));
