/** The kinds of period that a chart can shade: the pandemic, and periods of law and policy. */
export type SpanKind = 'pandemic' | 'policy';

/** A day that bounds a period: an event of `data/events.csv` by its id, or a publication with its address. */
export type Bound = { date: string } & ({ event: string } | { source: { title: string; url: string } });

/** A period that may lie behind a change in the figures. That it does is not said. */
export interface Span {
  id: string;
  kind: SpanKind;
  /** Short enough for a chart. */
  label: string;
  /** The whole sentence, with both dates. */
  text: string;
  from: Bound;
  to: Bound;
}

/** Every period that a chart can shade, in order of time: only those with two bounds that a source dates. */
export const SPANS: readonly Span[] = [
  {
    id: 'laming-inquiry',
    kind: 'policy',
    label: 'Laming inquiry',
    text: 'Laming inquiry into the death of Victoria Climbié: set up on 20 April 2001, report published on 28 January 2003.',
    from: { date: '2001-04-20', event: 'climbie-inquiry' },
    to: { date: '2003-01-28', event: 'climbie-report' }
  },
  {
    id: 'before-26-weeks',
    kind: 'policy',
    label: 'Public Law Outline to 26 weeks',
    text: 'Care cases in court, from the start of the Public Law Outline on 1 April 2008 to the start of the limit of 26 weeks on 22 April 2014.',
    from: { date: '2008-04-01', event: 'public-law-outline' },
    to: { date: '2014-04-22', event: 'children-families-act-2014' }
  },
  {
    id: 'single-assessment',
    kind: 'policy',
    label: 'New assessment',
    text: 'The year from April 2013 to March 2014, during which councils replaced initial and core assessments with one continuous assessment.',
    from: { date: '2013-04-01', event: 'single-assessment' },
    to: { date: '2014-03-31', event: 'single-assessment' }
  },
  {
    id: 'pandemic',
    kind: 'pandemic',
    label: 'Pandemic',
    text: 'The COVID-19 pandemic, from the first lockdown on 23 March 2020 to the end of the last domestic legal restrictions in England on 24 February 2022.',
    from: {
      date: '2020-03-23',
      source: {
        title: 'Prime Minister’s statement on coronavirus (COVID-19), 23 March 2020',
        url: 'https://www.gov.uk/government/speeches/pm-address-to-the-nation-on-coronavirus-23-march-2020'
      }
    },
    to: {
      date: '2022-02-24',
      source: {
        title: 'COVID-19 Response: Living with COVID-19, Cabinet Office, February 2022',
        url: 'https://www.gov.uk/government/publications/covid-19-response-living-with-covid-19'
      }
    }
  }
];
