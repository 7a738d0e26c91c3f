import { places, type Column } from './raw.ts';

/*
 * What the sentences claim, read from their English alone. A sentence that no pattern knows is left over.
 */

/** When a figure is from: "in the year to" and "2025". */
export interface When {
  kind: string;
  period: string;
}

export interface Level {
  when: When;
  value: string;
  percent: boolean;
  place: string;
  /** The column that the words speak of. */
  of: Column;
  index?: When;
  rate: boolean;
  /** The words agree with each other: "there was 1 child", "by Haringey" but "in London". */
  grammar: { singular: boolean | undefined; by: string | undefined };
}

export interface Comparison {
  how: string;
  /** "1,204", where the size of the difference is said. */
  by?: string;
  points: boolean;
}

export interface ChangeClaim extends Comparison {
  when: When;
  value: string;
  percent: boolean;
}

export interface EnglandClaim extends Comparison {
  when: When;
  value: string;
  percent: boolean;
  place?: string;
  /** Whether the word "similar" is said, and what is said of chance. */
  similar: boolean;
  chance: string;
}

export interface Claims {
  level?: Level;
  /** The last is the first figure that can be compared; `first` is how that is said. */
  changes?: { claims: ChangeClaim[]; first: string };
  incomparable: boolean;
  /** The years of earlier figures that are not compared with, as the Department doubted them. */
  skipped: string[];
  england?: EnglandClaim;
  reasons: { periods: string[]; many: boolean; why: string }[];
  noMoreHeld: boolean;
  /** The month that is called the last one held. */
  lastMonth?: When;
  notCountedFrom?: string;
  lastCounted?: When;
  ended?: string;
  /** The place of a text that has no figure to show. */
  none?: string;
  /** What no pattern knew. */
  rest: string;
}

interface Thing {
  one: string;
  file: string;
  column: string;
  /** An authority looks after children: "by Haringey". */
  by?: boolean;
  /** Where the words of a month mean another file. */
  monthly?: string;
}

const LOOKED_AFTER = 'children_looked_after';
const PLANS = 'child_protection_plans';
const REFERRALS = 'referrals_and_assessments';

// Each thing counted, by its plural, and the column of data/ that counts it.
const THINGS: Record<string, Thing> = {
  'children looked after': { one: 'child looked after', file: LOOKED_AFTER, column: 'looked_after_31_march', by: true },
  'children starting to be looked after': {
    one: 'child starting to be looked after',
    file: LOOKED_AFTER,
    column: 'started',
    by: true
  },
  'children ceasing to be looked after': {
    one: 'child ceasing to be looked after',
    file: LOOKED_AFTER,
    column: 'ceased',
    by: true
  },
  'children taken into care': { one: 'child taken into care', file: LOOKED_AFTER, column: 'taken_into_care', by: true },
  'unaccompanied asylum-seeking children looked after': {
    one: 'unaccompanied asylum-seeking child looked after',
    file: LOOKED_AFTER,
    column: 'asylum_seeking_31_march',
    by: true
  },
  'looked after children adopted': { one: 'looked after child adopted', file: LOOKED_AFTER, column: 'adopted' },
  'children subject of a child protection plan': {
    one: 'child subject of a child protection plan',
    file: PLANS,
    column: 'on_plan_31_march'
  },
  'child protection plans started': { one: 'child protection plan started', file: PLANS, column: 'started' },
  'child protection plans ended': { one: 'child protection plan ended', file: PLANS, column: 'ended' },
  'children in need': { one: 'child in need', file: 'children_in_need', column: 'in_need_31_march' },
  'section 47 enquiries': { one: 'section 47 enquiry', file: REFERRALS, column: 'section_47_enquiries' },
  'initial child protection conferences': {
    one: 'initial child protection conference',
    file: REFERRALS,
    column: 'initial_conferences'
  },
  referrals: { one: 'referral', file: REFERRALS, column: 'referrals', monthly: 'referrals_by_month' },
  'care applications': {
    one: 'care application',
    file: 'care_applications_by_year',
    column: 'applications',
    monthly: 'care_applications_by_month'
  },
  'children’s social workers (full-time equivalents)': {
    one: 'children’s social worker (full-time equivalent)',
    file: 'social_work_workforce',
    column: 'social_workers'
  },
  'children aged 0 to 17': { one: 'child aged 0 to 17', file: 'population_aged_0_to_17', column: 'population' }
};

const filtered = (file: string, column: string, filter: string): Column => ({
  file,
  column,
  filter: { column: filter, value: '' }
});

// What is counted by a filter: the tail of the sentence names its value.
const KINDS: { tail: string; many: string; one: string; column: Column }[] = [
  {
    tail: 'under this status',
    many: 'children looked after',
    one: 'child looked after',
    column: filtered('looked_after_by_legal_status', 'looked_after_31_march', 'legal_status')
  },
  {
    tail: 'with this main reason',
    many: 'children starting to be looked after',
    one: 'child starting to be looked after',
    column: filtered('children_starting_to_be_looked_after_by_need', 'started', 'category_of_need')
  },
  {
    tail: 'with this category first recorded',
    many: 'children subject of a plan',
    one: 'child subject of a plan',
    column: filtered('child_protection_plans_by_category_of_abuse', 'on_plan_31_march', 'category_of_abuse')
  },
  {
    tail: 'with this category first recorded',
    many: 'plans started',
    one: 'plan started',
    column: filtered('child_protection_plans_by_category_of_abuse', 'started', 'category_of_abuse')
  }
];

const EPISODES: Record<string, string> = { 'open at any point': 'any_point', started: 'started', ended: 'ended' };

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = (texts: string[]): string =>
  [...texts]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const WHEN = `([Oo]n 31 March \\d{4}|[Ii]n the year to 31 March \\d{4}|[Oo]n 30 September \\d{4}|[Ii]n mid-\\d{4}|[Ii]n (?:${MONTHS}) \\d{4})`;
const PLACE = `(${anyOf([...places.values()].map(({ prose }) => prose))})`;
const NUMBER = '(\\d{1,3}(?:,\\d{3})*(?:\\.\\d)?)';
const THING = `(${anyOf([...Object.entries(THINGS).flatMap(([many, { one }]) => [many, one]), ...KINDS.flatMap(({ many, one }) => [many, one])])})`;

const patterns = new Map<string, RegExp>();

/** A pattern of a whole sentence at the start of a text, made once: it holds the names of all places. */
const pattern = (source: string): RegExp => {
  let found = patterns.get(source);
  if (!found) patterns.set(source, (found = new RegExp(`^${source}(?: |$)`)));
  return found;
};

const when = (text: string): When => {
  const named = new RegExp(`^in (${MONTHS}) (\\d{4})$`, 'i').exec(text);
  if (named) {
    const month = MONTHS.split('|').indexOf(named[1]!) + 1;
    return { kind: 'month', period: `${named[2]}-${String(month).padStart(2, '0')}` };
  }
  const [, kind, period] = /^(.*?) ?-?(\d{4})$/.exec(text)!;
  return { kind: kind!.toLowerCase(), period: period! };
};

const thingOf = (words: string): [many: string, Thing] | undefined =>
  Object.entries(THINGS).find(([many, { one }]) => words === many || words === one);

const columnOf = (words: string, at: When): Column => {
  const [, thing] = thingOf(words)!;
  return { file: at.kind === 'month' && thing.monthly ? thing.monthly : thing.file, column: thing.column };
};

type Reader = (found: RegExpExecArray) => Level;
const percent = (source: string, file: string, column: string): [RegExp, Reader] => [
  pattern(source),
  ([, first, second, third]) => {
    const [value, place] = /^\d/.test(second!) ? [second!, third!] : [third!, second!];
    return {
      when: when(first!),
      value,
      percent: true,
      place,
      of: { file, column },
      rate: false,
      grammar: { singular: undefined, by: undefined }
    };
  }
];

const WORKERS = 'social_work_workforce';

const LEVELS: [RegExp, Reader][] = [
  [
    pattern(
      `${WHEN}, there were ${NUMBER} ${THING} for every 10,000 children living in ${PLACE}(, by the rate printed then)?\\.`
    ),
    ([, first, value, words, place, printed]) => {
      const at = when(first!);
      const { file, column } = columnOf(words!, at);
      return {
        when: at,
        value: value!,
        percent: false,
        place: place!,
        of: { file, column: `${column}_rate${printed ? '_as_published' : ''}` },
        rate: true,
        grammar: { singular: false, by: undefined }
      };
    }
  ],
  [
    pattern(
      `${WHEN}, there (was|were) ${NUMBER} ${THING} (in post in|in|by) ${PLACE}(?: (under this status|with this main reason|with this category first recorded): ([^.]+))?\\.`
    ),
    ([, first, verb, value, words, by, place, tail, filter]) => {
      const at = when(first!);
      const kind = KINDS.find((each) => each.tail === tail && [each.many, each.one].includes(words!));
      const known = thingOf(words!);
      if (tail ? !kind : !known) throw new Error(`“${words}” cannot stand here`);
      const of = kind
        ? { ...kind.column, filter: { column: kind.column.filter!.column, value: filter! } }
        : columnOf(words!, at);
      const isOne = words === (kind ? kind.one : known![1].one);
      if (isOne !== (verb === 'was')) throw new Error(`“${verb}” does not agree with “${words}”`);
      return {
        when: at,
        value: value!,
        percent: false,
        place: place!,
        of,
        rate: false,
        grammar: { singular: isOne, by: !kind && known![1].by ? by : undefined }
      };
    }
  ],
  [
    pattern(`${WHEN}, ${NUMBER} (initial|core|single) (assessments?) (was|were) completed in ${PLACE}\\.`),
    ([, first, value, kind, noun, verb, place]) => ({
      when: when(first!),
      value: value!,
      percent: false,
      place: place!,
      of: { file: REFERRALS, column: `${kind}_assessments` },
      rate: false,
      grammar: { singular: noun === 'assessment' && verb === 'was', by: undefined }
    })
  ],
  [
    pattern(`${WHEN}, ${NUMBER} (episodes?) of need (was|were) (open at any point|started|ended) in ${PLACE}\\.`),
    ([, first, value, noun, verb, kind, place]) => ({
      when: when(first!),
      value: value!,
      percent: false,
      place: place!,
      of: { file: 'children_in_need', column: EPISODES[kind!]! },
      rate: false,
      grammar: { singular: noun === 'episode' && verb === 'was', by: undefined }
    })
  ],
  percent(
    `${WHEN}, ${NUMBER}% of the child protection plans started in ${PLACE} were for a child who had been on a plan before\\.`,
    PLANS,
    'second_or_subsequent_percent'
  ),
  percent(
    `${WHEN}, ${NUMBER}% of the child protection plans in ${PLACE} had lasted two years or more\\.`,
    PLANS,
    'two_years_or_more_percent'
  ),
  percent(
    `${WHEN}, ${NUMBER}% of referrals in ${PLACE} came within 12 months of an earlier one\\.`,
    REFERRALS,
    'rereferrals_percent'
  ),
  percent(
    `${WHEN}, ${NUMBER}% of referrals in ${PLACE} were closed with no further action\\.`,
    REFERRALS,
    'no_further_action_percent'
  ),
  percent(`${WHEN}, ${NUMBER}% of children’s social worker posts in ${PLACE} were vacant\\.`, WORKERS, 'vacancy_rate'),
  percent(
    `${WHEN}, the turnover of children’s social workers over the year in ${PLACE} was ${NUMBER}%\\.`,
    WORKERS,
    'turnover_rate'
  ),
  percent(
    `${WHEN}, ${NUMBER}% of children’s social workers in ${PLACE} were agency workers\\.`,
    WORKERS,
    'agency_rate'
  ),
  percent(
    `${WHEN}, the absence rate of children’s social workers over the year in ${PLACE} was ${NUMBER}%\\.`,
    WORKERS,
    'absence_rate'
  ),
  [
    pattern(`${WHEN}, children’s social workers in ${PLACE} held ${NUMBER} cases each on average\\.`),
    ([, first, place, value]) => ({
      when: when(first!),
      value: value!,
      percent: false,
      place: place!,
      of: { file: WORKERS, column: 'caseload' },
      rate: false,
      grammar: { singular: undefined, by: undefined }
    })
  ],
  [
    pattern(`${WHEN}, the number of ${THING} (in|by) ${PLACE} stood at ${NUMBER}, taking the number ${WHEN} as 100\\.`),
    ([, first, words, by, place, value, base]) => {
      const at = when(first!);
      const [many, thing] = thingOf(words!)!;
      if (words !== many) throw new Error(`“the number of ${words}” is not English`);
      return {
        when: at,
        value: value!,
        percent: false,
        place: place!,
        of: columnOf(words, at),
        index: when(base!),
        rate: false,
        grammar: { singular: undefined, by: thing.by ? by : undefined }
      };
    }
  ]
];

const COMPARED = `(the same as|nearly the same as|within rounding of the figure|${NUMBER}( percentage points)? (higher|lower|more|fewer) than) ${WHEN} \\(${NUMBER}(%)?\\)`;
const COMPARED_GROUPS = 7;
const CHANGES = pattern(
  `That is ${COMPARED}(?:, and ${COMPARED})?, (the first year that can be compared|the first such month held)\\.`
);
const CHANCE =
  ', which chance alone could explain|, which chance and rounding alone could explain|, more than chance alone gives 19 times in 20';
const ENGLAND = pattern(
  `England’s figure ${WHEN} was ${NUMBER}(%)?: (the same|(?:that of ${PLACE}|${PLACE}’s) was (?:(within rounding of it|nearly the same)|(similar, )?(higher|lower) by ${NUMBER}( percentage points)?(${CHANCE})?))\\.`
);
const REASON = pattern(
  'The (figure|figures) for ((?:[A-Z][a-z]+ )?\\d{4}(?:(?:, | and | to )(?:[A-Z][a-z]+ )?\\d{4})*) ((?:is|are|does|do) [^.]+)\\.'
);

const toChange = (found: (string | undefined)[]): ChangeClaim[] => {
  const [whole, by, points, how, at, value, sign] = found;
  if (!whole) return [];
  return [
    {
      how: how ?? whole,
      ...(by ? { by } : {}),
      points: Boolean(points),
      when: when(at!),
      value: value!,
      percent: Boolean(sign)
    }
  ];
};

/** The years of "2018, 2020 and 2022 to 2025", each by itself. */
const eachPeriod = (text: string): string[] =>
  text.split(/, | and /).flatMap((part) => {
    const [from, to = from] = part.split(' to ');
    if (!/^\d{4}$/.test(from!)) return [part];
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => String(Number(from) + i));
  });

/** The claims of the sentence of one area in one period. */
export interface YearClaims {
  level?: Level;
  /** Where there is no figure. */
  none?: { place: string; when: When };
  change?: {
    how: 'none' | 'same' | 'nearly' | 'rounding' | 'more' | 'less' | 'rise' | 'fall';
    by?: string;
    from?: string;
    when: When | string;
    /** True where it says that there is no clear change. */
    unclear?: boolean;
    interval?: [low: string, high: string];
  };
  place?: {
    from: string;
    joint: boolean;
    place: number;
    last?: number;
    of: number;
    range?: { first: number; last: number };
    quarter?: string;
    why?: string;
  };
  england?: Omit<EnglandClaim, 'when'>;
  rest: string;
}

const YEAR_ENGLAND = pattern(
  `England’s figure was ${NUMBER}(%)?: (the same|(?:that of ${PLACE}|${PLACE}’s) was (?:(within rounding of it|nearly the same)|(similar, )?(higher|lower) by ${NUMBER}( percentage points)?(${CHANCE})?))\\.`
);

/** Reads the claims of the sentence of one area in one period. */
export const readYear = (text: string): YearClaims => {
  const claims: YearClaims = { rest: text };
  const take = (regex: RegExp): RegExpExecArray | undefined => {
    const found = regex.exec(claims.rest);
    if (!found) return undefined;
    claims.rest = claims.rest.slice(found[0].length);
    return found;
  };
  for (const [regex, reader] of LEVELS) {
    const found = take(regex);
    if (found) {
      claims.level = reader(found);
      break;
    }
  }
  const none = take(pattern(`For ${PLACE} there is no figure ${WHEN} to show\\.`));
  if (none) claims.none = { place: none[1]!, when: when(none[2]!) };
  const not = take(pattern('It cannot be compared with (\\d{4})\\.'));
  if (not) claims.change = { how: 'none', when: not[1]! };
  const end = `(: no clear change)?(?: \\(95% interval of the change ([+−]?${NUMBER}) to ([+−]?${NUMBER}|no upper end)\\))?\\.`;
  const tested = (found: (string | undefined)[]): Pick<NonNullable<YearClaims['change']>, 'unclear' | 'interval'> => {
    const [unclear, low, , high] = found;
    return { ...(unclear ? { unclear: true } : {}), ...(low && high ? { interval: [low, high] } : {}) };
  };
  const same = take(pattern(`That is the same as ${WHEN}${end}`));
  if (same) claims.change = { how: 'same', when: when(same[1]!), ...tested(same.slice(2)) };
  const nearly = take(pattern(`That is nearly the same as ${WHEN} \\(${NUMBER}%?\\)${end}`));
  if (nearly) claims.change = { how: 'nearly', when: when(nearly[1]!), from: nearly[2]!, ...tested(nearly.slice(3)) };
  const rounding = take(pattern(`That is within rounding of the figure ${WHEN} \\(${NUMBER}%?\\)${end}`));
  if (rounding)
    claims.change = { how: 'rounding', when: when(rounding[1]!), from: rounding[2]!, ...tested(rounding.slice(3)) };
  const other = take(
    pattern(`That is ${NUMBER}(?: percentage points)? (more|less) than ${WHEN} \\(${NUMBER}%?\\)${end}`)
  );
  if (other)
    claims.change = {
      how: other[2] as 'more' | 'less',
      by: other[1]!,
      when: when(other[3]!),
      from: other[4]!,
      ...tested(other.slice(5))
    };
  const moved = take(
    pattern(`That is a (rise|fall) of ${NUMBER}(?: percentage points)? from ${NUMBER}%? ${WHEN}${end}`)
  );
  if (moved)
    claims.change = {
      how: moved[1] as 'rise' | 'fall',
      by: moved[2]!,
      from: moved[3]!,
      when: when(moved[4]!),
      ...tested(moved.slice(5))
    };
  const place = take(
    pattern(
      'That is (joint |between )?(\\d+)(?:st|nd|rd|th)(?: and (\\d+)(?:st|nd|rd|th))? of (\\d+) councils(, counted from the lowest)?(?:, or (?:between )?about (\\d+)(?:st|nd|rd|th)(?: and (\\d+)(?:st|nd|rd|th))? once chance is allowed for(?:, most likely in the (lowest|lower middle|upper middle|highest) quarter)?\\.|\\. No range can be given for this rank: ([^.]+)\\.)'
    )
  );
  if (place) {
    const [, how, first, last, of, lowest, low, high, quarter, why] = place;
    claims.place = {
      from: lowest ? 'lowest' : 'highest',
      joint: how === 'joint ',
      place: Number(first),
      ...(last ? { last: Number(last) } : {}),
      of: Number(of),
      ...(low ? { range: { first: Number(low), last: Number(high ?? low) } } : {}),
      ...(quarter ? { quarter } : {}),
      ...(why ? { why } : {})
    };
  }
  const england = take(YEAR_ENGLAND);
  if (england) {
    const [, value, sign, said, one, other, within, similar, how, by, points, chance] = england;
    const whose = one ?? other;
    claims.england = {
      value: value!,
      percent: Boolean(sign),
      how: said === 'the same' ? said : (within ?? how!),
      ...(by ? { by } : {}),
      points: Boolean(points),
      ...(whose ? { place: whose } : {}),
      similar: Boolean(similar),
      chance: chance ?? ''
    };
  }
  return claims;
};

/** Reads the claims of a text, sentence by sentence and in this order. */
export const read = (text: string): Claims => {
  const claims: Claims = { incomparable: false, skipped: [], reasons: [], noMoreHeld: false, rest: text };
  const take = (regex: RegExp): RegExpExecArray | undefined => {
    const found = regex.exec(claims.rest);
    if (!found) return undefined;
    claims.rest = claims.rest.slice(found[0].length);
    return found;
  };

  for (const [regex, reader] of LEVELS) {
    const found = take(regex);
    if (found) {
      claims.level = reader(found);
      break;
    }
  }
  const none = take(pattern(`There is no figure to show for ${PLACE}\\.`));
  if (none) claims.none = none[1]!;

  const changes = take(CHANGES);
  if (changes)
    claims.changes = {
      claims: [
        ...toChange(changes.slice(1, 1 + COMPARED_GROUPS)),
        ...toChange(changes.slice(1 + COMPARED_GROUPS, 1 + 2 * COMPARED_GROUPS))
      ],
      first: changes.at(-1)!
    };
  claims.incomparable = Boolean(take(pattern('No earlier figure can be compared with it\\.')));
  const skipped = take(
    pattern(
      'The figures? for (\\d{4}(?:(?:, | and )\\d{4})*) (?:is|are) not used: the Department graded (?:it|them) as of low confidence\\.'
    )
  );
  if (skipped) claims.skipped = skipped[1]!.split(/, | and /);

  const england = take(ENGLAND);
  if (england) {
    const [, at, value, sign, said, one, other, within, similar, how, by, points, chance] = england;
    const place = one ?? other;
    claims.england = {
      when: when(at!),
      value: value!,
      percent: Boolean(sign),
      how: said === 'the same' ? said : (within ?? how!),
      ...(by ? { by } : {}),
      points: Boolean(points),
      ...(place ? { place } : {}),
      similar: Boolean(similar),
      chance: chance ?? ''
    };
  }

  for (let reason = take(REASON); reason; reason = take(REASON))
    claims.reasons.push({ periods: eachPeriod(reason[2]!), many: reason[1] === 'figures', why: reason[3]! });
  const stopped = take(pattern('No later figure is held here, and from (\\d{4}) it was no longer counted\\.'));
  if (stopped) claims.notCountedFrom = stopped[1]!;
  claims.noMoreHeld = Boolean(take(pattern('No later figure is held here\\.')));
  const lastMonth = take(pattern(`((?:${MONTHS}) \\d{4}) is the last month held here\\.`));
  if (lastMonth) claims.lastMonth = when(`in ${lastMonth[1]}`);
  const lastCounted = take(pattern(`It was last counted ${WHEN}\\.`));
  if (lastCounted) claims.lastCounted = when(lastCounted[1]!);
  const ended = take(pattern(`This authority ended on (\\d{1,2} (?:${MONTHS}) \\d{4})\\.`));
  if (ended) claims.ended = ended[1]!;
  return claims;
};
