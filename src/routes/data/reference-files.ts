/** What a reference file is, and what each of its columns holds, in plain words. */
export interface ReferenceFile {
  name: string;
  title: string;
  description: string;
  columns: Readonly<Record<string, string>>;
  /** What the licence asks for beside the site's own attribution. */
  attribution?: string;
}

const AUTHORITY = 'Three-digit code of the council';
const DATA_SET = 'Name of the data set';
const INDICATOR = 'Column of the data set';
const LEVEL = 'Level it is for: National, Regional or Local authority';

/** The files that say how the figures may be read, and those about councils. A page is built for each. */
export const REFERENCE_FILES: readonly ReferenceFile[] = [
  {
    name: 'breaks',
    title: 'Breaks',
    description: 'Where a series changes, between which periods, and why. Three kinds cut the line; two only mark it.',
    columns: {
      data_set: DATA_SET,
      indicator: INDICATOR,
      geographic_level: 'Level it is for, or all',
      old_la_codes: 'Codes of the councils it is for, with blanks between; blank = all of the level',
      last_before: 'Last period held before the change',
      first_after: 'First period held after it',
      kind: 'source, definition and population cut the line; name and quality mark it',
      reason: 'Why, in plain words'
    }
  },
  {
    name: 'lineage',
    title: 'Lineage',
    description:
      'For each indicator, level and run of periods: the publication the figures came from, what they were rounded to and how they were read. Where two runs cover a figure and neither names its council, it came from one of them.',
    columns: {
      data_set: DATA_SET,
      indicator: INDICATOR,
      geographic_level: LEVEL,
      old_la_codes:
        'Codes of the councils the run is for, with blanks between; blank = any of the level, but those that a run of the same period names',
      first_period: 'First period of the run',
      last_period: 'Last period of the run',
      periods_held: 'How many periods the run has; fewer than from first to last where there are gaps',
      rounding: 'The number the figures are rounded to; 1 = exact, blank = not stated',
      source: 'The publication, by its key in sources.csv',
      note: 'How the figures were read'
    }
  },
  {
    name: 'sources',
    title: 'Sources',
    description: 'The publications the figures came from, with address, licence and what to know of each.',
    columns: {
      source: 'Key that lineage.csv points at',
      title: 'Title of the publication',
      publisher: 'Who published it',
      published: 'When it was published: a year, a month or a day, or several',
      url: 'Address; blank where it was worked out here',
      licence: 'Licence it was published under',
      note: 'What to know of it'
    }
  },
  {
    name: 'releases',
    title: 'Releases',
    description:
      'When each publication came out, when its figures were taken in here, and when the next of its series is expected, with what that is known from.',
    columns: {
      source: 'Key in sources.csv',
      series: 'The series that the publication belongs to',
      status:
        'accredited official statistics, official statistics (accredited or not), management information, read in the press, compiled by others, not statistics, or not recorded',
      published: 'When it was published, as precise as is known',
      taken_in: 'Day on which its figures came into this site’s data',
      next_expected: 'Month or day of the next in the series; blank = not known, or a newer one is in use',
      basis: 'What the expected date is known from'
    }
  },
  {
    name: 'changes',
    title: 'Changes',
    description:
      'Every change of this site’s data, a row for each file and kind of change, counted by comparing two editions cell by cell.',
    columns: {
      date: 'Day of the change',
      compared_with: 'The edition before it: a git revision, or the name of a folder',
      file: 'File that changed',
      kind: 'release, revision (by the publisher), correction (ours) or addition',
      scheduled: 'yes = it followed a calendar that was known before',
      rows_added: 'Rows that are new; a changed row of a reference file counts as one removed and one added',
      rows_removed: 'Rows that are gone',
      cells_filled: 'Cells that held x and now hold a figure or another symbol',
      cells_revised: 'Cells that held something else: each is in revisions.csv',
      note: 'Why'
    }
  },
  {
    name: 'revisions',
    title: 'Revisions',
    description: 'Every figure that was replaced by another: what it was before and after, the first and the latest.',
    columns: {
      date: 'Day of the change',
      kind: 'release, revision (by the publisher) or correction (ours)',
      data_set: DATA_SET,
      indicator: INDICATOR,
      geographic_level: LEVEL,
      area_code: 'Three-digit code of the council, else nine-character code of the region or country',
      time_period: 'Year of the figure',
      time_identifier: 'Kind of period, or the month',
      filters: 'Values of the filters of its row: name=value, with semicolons between',
      before: 'What the cell held before',
      after: 'What it held after'
    }
  },
  {
    name: 'events',
    title: 'Events',
    description: 'Dated events for the timeline, why each matters for the statistics, and where its date is from.',
    columns: {
      id: 'Key',
      date: 'Day, month or year, as precise as is known',
      precision: 'day, month or year',
      short: 'Label for charts',
      event: 'What happened',
      sentence: 'The same as a sentence of our own',
      kind: 'baby-p, climbie, law-and-policy, measurement, pandemic or other',
      default: 'yes = marked on charts unless a reader switches it off',
      why_it_matters: 'What it means for the figures; blank where nothing is known',
      source_title: 'Where the date is from',
      source_url: 'Address of that'
    }
  },
  {
    name: 'local_authorities',
    title: 'Local authorities',
    description:
      'Every council with responsibility for children’s social care since April 1998, with both its codes, its days in being, its successors and its place.',
    columns: {
      new_la_code: 'Nine-character code: one row each',
      old_la_code: 'Three-digit code: the key to join on; it changes only when the territory does',
      la_name: 'Name',
      region_code: 'Code of its region; Inner or Outer London for boroughs',
      region_name: 'Name of its region',
      type: 'Kind of council',
      start: 'First day of this nine-character code; blank = before April 1998',
      end: 'Last day of it; blank = still in use',
      successors: 'Nine-character codes that follow it, with blanks between',
      easting_km: 'Easting of its centre on the British National Grid, in kilometres',
      northing_km: 'Northing of its centre, in kilometres',
      area_km2: 'Area in square kilometres'
    }
  },
  {
    name: 'tile_map',
    title: 'Map of tiles',
    description:
      'Where each council stands on a map of equal hexagons, one place for all years since 2006. Laid out by the project from the centres of the councils, so that neighbours are near.',
    columns: {
      old_la_code: AUTHORITY,
      la_name: 'Name',
      tile_column: 'Column, counted from the west; tiles of odd rows lie half a tile to the right',
      tile_row: 'Row, counted from the north, from zero',
      short_name: 'Letters that fit on a tile'
    }
  },
  {
    name: 'data_notes',
    title: 'Data notes',
    description: 'What a reader must know of one council or of some years before using the figures.',
    columns: {
      data_set: DATA_SET,
      geographic_level: LEVEL,
      old_la_code: `${AUTHORITY}; blank = all of the level`,
      first_period: 'First period it is for',
      last_period: 'Last period it is for',
      note: 'The note'
    }
  },
  {
    name: 'deprivation',
    title: 'Deprivation',
    description:
      'Official average scores of authorities: the Index of Multiple Deprivation and the Income Deprivation Affecting Children Index, editions of 2015, 2019 and 2025. The edition of 2025 has no score for children and none for counties here.',
    columns: {
      edition: 'Year of the edition',
      new_la_code: 'Nine-character code of the council',
      old_la_code: AUTHORITY,
      imd_average_score: 'Average score, Index of Multiple Deprivation: higher = more deprived',
      idaci_average_score: 'Average score, Income Deprivation Affecting Children Index; blank for 2025'
    }
  },
  {
    name: 'statistical_neighbours',
    title: 'Statistical neighbours',
    description: 'The ten councils nearest to each of today’s, by the Department for Education’s model of 2025.',
    columns: {
      model: 'Year of the model',
      old_la_code: AUTHORITY,
      rank: '1 = nearest, to 10',
      neighbour_old_la_code: 'Three-digit code of the neighbour',
      closeness: 'How close, in the model’s own words'
    }
  },
  {
    name: 'postcode_districts',
    title: 'Postcode districts',
    description:
      'The first half of each postcode (such as N17) and the councils it lies in. A district can lie in several: taking the first is right for 95% of postcodes, so show all of them and let the reader pick.',
    columns: {
      postcode_district: 'First half of the postcode',
      old_la_codes: 'Three-digit codes of the councils, with blanks between, the likeliest first'
    },
    attribution:
      'Contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail copyright and database right'
  },
  {
    name: 'data_confidence_2010_2012',
    title: 'Data confidence, 2010 to 2012',
    description:
      'The Department’s own grade of each council’s figure in the first three years of the children in need census.',
    columns: {
      time_period: 'Year to 31 March',
      old_la_code: AUTHORITY,
      data_set: DATA_SET,
      indicator: INDICATOR,
      grade: '3 high, 2, 1 low'
    }
  },
  {
    name: 'derived_figures',
    title: 'Derived figures',
    description:
      'Counts and amounts that no publication prints and that we worked out: sums of councils, sums of printed parts, the difference of two counts. Charts draw them hollow.',
    columns: {
      data_set: DATA_SET,
      indicator: INDICATOR,
      geographic_level: LEVEL,
      region_code: 'Code of the region, for a figure of one',
      old_la_code: `${AUTHORITY}, for a figure of one`,
      time_period: 'Period of the figure',
      how: 'How it was worked out'
    }
  }
];

/** The facts of the five documents of 2009, in `/data/documents_2009/`. */
export const DOCUMENT_FILES: readonly Pick<ReferenceFile, 'name' | 'title' | 'description'>[] = [
  { name: 'documents', title: 'Documents', description: 'The five documents: title, publisher, date.' },
  { name: 'events', title: 'Events', description: 'What the documents say happened, dated as precisely as they do.' },
  {
    name: 'figures',
    title: 'Figures',
    description: 'The numbers in them, with unit, area, date and how exact each is.'
  },
  {
    name: 'recommendations',
    title: 'Recommendations',
    description: 'What they tell of Lord Laming’s recommendations, to whom each was addressed, and the answer.'
  },
  { name: 'positions', title: 'Positions', description: 'Who welcomed or criticised what, in our own words.' }
];
