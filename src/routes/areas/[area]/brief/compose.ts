import { error } from '@sveltejs/kit';
import { ENGLAND, fullName } from '#lib/domain/index.ts';
import { HEADLINES } from '#lib/domain/catalogue/index.ts';
import { kindOfBody } from '#lib/areas/authority-kinds.ts';
import { qrCode } from '#lib/areas/brief/qr-code.ts';
import { BUILT_ON } from '#lib/server/build-day.ts';
import { nextOfBrief } from '#lib/server/currency.ts';
import { readAreas, readEvents } from '#lib/server/published.ts';
import { siteUrl } from '#lib/server/site-url.ts';
import { factsOf, outOf, rowOf } from '#lib/areas/brief/brief.ts';
import { cautionsOf } from '#lib/areas/brief/cautions.ts';
import { describeHeadline } from '#lib/areas/brief/sentences.ts';
import { describeSources } from '#lib/areas/brief/sources.ts';
import { findingsOf } from '#lib/areas/stands-out.ts';
import { store } from '../figures-of-areas';
import { briefCharts } from './charts';
import { hasBrief } from './has-brief';

const VERDICTS = '2008-11-11';

/** So many figures that stand out have room. */
const MOST = 3;

/** Everything that the brief of an authority shows, by the authority's part of an address. Made while prerendering only. */
export const briefOf = (slug: string) => {
  const areas = readAreas();
  const named = (key: string | undefined) => areas.find((each) => each.key === key);
  const area = areas.find((each) => each.slug === slug && hasBrief(each));
  if (!area) error(404, 'There is no brief of that name.');
  const verdicts = readEvents().find(({ date, shown }) => shown && date === VERDICTS);
  if (!verdicts) throw new Error(`events.json: expected an event of ${VERDICTS}, found none`);

  const { tested, beyond } = findingsOf(store(), area);
  const path = `/areas/${area.slug}/brief/`;
  const address = siteUrl() && `${siteUrl()}${path}`;
  const facts = factsOf(store(), area);
  return {
    slug: area.slug,
    key: area.key,
    name: fullName(area),
    kind: kindOfBody(area.key, area.type ?? ''),
    region: named(area.region)?.name ?? '',
    made: BUILT_ON,
    newest: facts.flatMap(({ year }) => year ?? []).reduce((last, year) => (year > last ? year : last), ''),
    next: nextOfBrief(),
    sentences: HEADLINES.map((slug) => describeHeadline(store(), slug, area)),
    charts: briefCharts(store(), area, named(ENGLAND)!, verdicts),
    rows: facts.map(rowOf),
    model: store().similar.model,
    tested,
    beyond: beyond.length,
    findings: beyond.slice(0, MOST).map(outOf),
    cautions: cautionsOf(
      store(),
      area,
      area.predecessors.flatMap((key) => named(key) ?? [])
    ),
    sources: describeSources(store(), area),
    path,
    address,
    code: address ? qrCode(address) : undefined
  };
};
