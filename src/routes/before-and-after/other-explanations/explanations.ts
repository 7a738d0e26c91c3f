import { formatNumber, list } from '#lib/domain/index.ts';
import { assert } from '../assert';
import { inWords } from '../in-words';
import { change, formatCount, type ExplanationFacts } from './facts';

/** Another account of what the figures show: when it was, which way it would move which figures, and what the data say. */
interface Explanation {
  key: string;
  name: string;
  when: string;
  direction: string;
  speaksFor: string;
  speaksAgainst: string;
  /** The same as a row of the story's table. */
  inShort: { when: string; direction: string; speaksFor: string; speaksAgainst: string };
}

const percent = (part: number, whole: number, dp = 1): string => `${formatNumber((part / whole) * 100, dp)}%`;

const source = ({ onPlan, lookedAfter }: ExplanationFacts): Explanation => {
  const [y2008, y2009, y2010] = ['2008', '2009', '2010'].map(onPlan) as [number, number, number];
  const [l2009, l2010] = [lookedAfter('2009'), lookedAfter('2010')];
  assert(
    y2009 > y2008 && y2010 > y2009 && l2010 > l2009,
    'plans and children looked after to rise to 2009 and to 2010'
  );
  return {
    key: 'source',
    name: 'A change of source',
    inShort: {
      when: 'March 2009 to March 2010',
      direction: 'Either way, in plans, referrals and assessments',
      speaksFor: 'The rise in plans across the change cannot be split into real change and change of source.',
      speaksAgainst: `Children looked after, whose source did not change, rose too: ${formatCount(l2009)} in 2009, ${formatCount(l2010)} in 2010.`
    },
    when: 'Between March 2009 and March 2010',
    direction: 'Either way, in plans, referrals and assessments. Not in children looked after or care applications.',
    speaksFor: `Plans are counted by one return to March 2009 (${formatCount(y2009)}) and by another from March 2010 (${formatCount(y2010)}). A minister told Parliament that the rise between them cannot be split into real change and change of source. So it is not counted as a change here.`,
    speaksAgainst: `Within the old return, from March 2008 (${formatCount(y2008)}) to March 2009 (${formatCount(y2009)}), there were ${change(y2008, y2009)}. Children looked after, whose source did not change, rose from March 2009 (${formatCount(l2009)}) to March 2010 (${formatCount(l2010)}).`
  };
};

const registers = ({ onPlan }: ExplanationFacts): Explanation => {
  const [y2005, y2007, y2008, y2009] = ['2005', '2007', '2008', '2009'].map(onPlan) as [number, number, number, number];
  assert(
    y2005 < y2007 && y2007 < y2008 && y2008 < y2009 && y2009 - y2008 > y2008 - y2007,
    'plans to rise faster to 2009'
  );
  return {
    key: 'registers',
    name: 'The end of the registers',
    inShort: {
      when: '1 April 2008',
      direction: 'Either way, in plans',
      speaksFor: `Children with a plan replaced children on a register, and numbers were rising before (${formatCount(y2005)} in 2005, ${formatCount(y2007)} in 2007).`,
      speaksAgainst: 'The return behind the count stayed the same until 2009, and the rise grew.'
    },
    when: '1 April 2008',
    direction: 'Either way, in the number of children with a plan.',
    speaksFor: `What is counted changed from children on a register to children with a plan between the counts of March 2007 (${formatCount(y2007)}) and March 2009 (${formatCount(y2009)}). And the number had been rising before: from ${formatCount(y2005)} in March 2005 to ${formatCount(y2007)} in March 2007.`,
    speaksAgainst: `The name changed but the return behind the count did not, until 2009. The rise of the year to March 2009 (${formatCount(y2009 - y2008)}) was larger than that of the year before (${formatCount(y2008 - y2007)}).`
  };
};

const reorganisation = ({ reorganised, lookedAfter }: ExplanationFacts): Explanation => {
  const { split, successors, kept, before, after } = reorganised;
  const [l2009, l2010] = [lookedAfter('2009'), lookedAfter('2010')];
  assert(
    split.length === 2 &&
      successors.length === 4 &&
      kept.length === 5 &&
      (after - before) / before > (l2010 - l2009) / l2009,
    'two counties split in four that rose by more than England, and five kept'
  );
  return {
    key: 'reorganisation',
    name: 'New councils',
    inShort: {
      when: '1 April 2009',
      direction: 'Either way, in the councils concerned',
      speaksFor: `Where two counties became four councils, about ${formatCount(after - before)} more children were looked after a year later.`,
      speaksAgainst: `That is ${percent(after - before, l2010 - l2009)} of England’s rise.`
    },
    when: '1 April 2009',
    direction: 'Either way, in the figures of the councils concerned. Not in those of England.',
    speaksFor: `${list(split)} were split into ${list(successors)}. ${list(kept)} became single councils on the territory they had. A new council may count, and decide, in other ways than the old one. The two that were split had ${formatCount(before)} children looked after in March 2009, and those that came after them ${formatCount(after)} in March 2010.`,
    speaksAgainst: `That is ${change(before, after)}, up to rounding. That is a larger share than in England (${change(l2009, l2010)}), but ${percent(after - before, l2010 - l2009)} of England’s rise. And care applications had risen before, in the winter of 2008–09.`
  };
};

const outline = ({ applications }: ExplanationFacts): Explanation => {
  const [june2007, june2008, june2009] = ['2007', '2008', '2009'].map((year) => applications(year, 'June')) as [
    number,
    number,
    number
  ];
  const [march, april, may] = ['March', 'April', 'May'].map((month) => applications('2008', month)) as [
    number,
    number,
    number
  ];
  const [dec2007, dec2008] = [applications('2007', 'December'), applications('2008', 'December')];
  assert(april < march && june2008 < june2007 && dec2008 > dec2007 && june2009 > june2007, 'a dip in spring 2008');
  return {
    key: 'public-law-outline',
    name: 'The Public Law Outline',
    inShort: {
      when: '1 April 2008',
      direction: 'Down in care applications, then up from a low base',
      speaksFor: `Applications fell from ${formatCount(march)} in March 2008 to ${formatCount(april)} in April. Some may only have been put off.`,
      speaksAgainst: `December 2008 (${formatCount(dec2008)}) was far above December 2007 (${formatCount(dec2007)}).`
    },
    when: '1 April 2008, a new procedure for care cases',
    direction:
      'Down in care applications at first, as more must be done before one is made; then up again from a low base.',
    speaksFor: `Care applications were ${formatCount(march)} in March 2008, ${formatCount(april)} in April and ${formatCount(may)} in May. In June they were ${formatCount(june2008)}, against ${formatCount(june2007)} in June 2007. A part of the rise that followed may be applications that had only been put off.`,
    speaksAgainst: `The rise did not stop where the fall had begun. December 2008 (${formatCount(dec2008)}) was above December 2007 (${formatCount(dec2007)}), and June 2009 (${formatCount(june2009)}) above June 2007 (${formatCount(june2007)}). That is why these pages take 2007 as its base and not the spring of 2008.`
  };
};

const fees = ({ applications }: ExplanationFacts): Explanation => {
  const [april, may, june, october] = ['April', 'May', 'June', 'October'].map((month) =>
    applications('2008', month)
  ) as [number, number, number, number];
  const march = applications('2009', 'March');
  assert(may > april && june < may && march > october, 'May 2008 above April, and March 2009 above October 2008');
  return {
    key: 'fees',
    name: 'Higher court fees',
    inShort: {
      when: 'May 2008',
      direction: 'Down in care applications',
      speaksFor: `Applications stayed low: ${formatCount(may)} in May 2008 and ${formatCount(june)} in June.`,
      speaksAgainst: `The fall came a month earlier, and applications rose while the fees stood: ${formatCount(march)} in March 2009.`
    },
    when: 'May 2008, from £150 to as much as £4,825 a case',
    direction: 'Down in care applications.',
    speaksFor: `Applications were low in the months that followed: ${formatCount(may)} in May 2008 and ${formatCount(june)} in June. The fees came a month after the Public Law Outline, so that the two cannot be told apart. Lord Laming asked for a review of the fees.`,
    speaksAgainst: `The fall had come a month before the fees, in April (${formatCount(april)}). Ministers said that there was no evidence that the fees were behind it. And while the fees stood, applications rose: from ${formatCount(october)} in October 2008 to ${formatCount(march)} in March 2009, the month in which a review of them was announced.`
  };
};

const recession = ({ applications, started, lowIncome, acuteStress }: ExplanationFacts): Explanation => {
  const [october, november, december] = ['October', 'November', 'December'].map((month) =>
    applications('2008', month)
  ) as [number, number, number];
  const [s2008, s2009, s2010, s2011] = ['2008', '2009', '2010', '2011'].map(started) as [
    number,
    number,
    number,
    number
  ];
  assert(october < november && november < december && s2008 < s2009 && s2009 < s2010, 'starts to rise to 2010');
  return {
    key: 'recession',
    name: 'The recession',
    inShort: {
      when: '2008 and 2009',
      direction: 'Up, slowly, in all figures',
      speaksFor: `The years are the same: ${formatCount(s2008)} children started to be looked after in the year to March 2008, ${formatCount(s2010)} two years later.`,
      speaksAgainst:
        'Care applications rose within weeks. But we have no monthly figures on work or incomes, so this is the least tested.'
    },
    when: '2008 and 2009',
    direction: 'Up, slowly and for years, in all the figures: families under strain may need more help.',
    speaksFor: `The years are the same. Children starting to be looked after were ${formatCount(s2008)} in the year to March 2008, ${formatCount(s2009)} in the next and ${formatCount(s2010)} in the one after. Of those of the year to March 2011, ${formatCount(acuteStress)} were recorded as from families in acute stress (${percent(acuteStress, s2011)}); we have no such split of the years before.`,
    speaksAgainst: `Care applications rose within weeks: ${formatCount(october)} in October 2008, ${formatCount(november)} in November and ${formatCount(december)} in December. Low income was the recorded main reason for ${formatCount(lowIncome)} of the children starting in the year to March 2011 (${percent(lowIncome, s2011)}), though it can stand behind other reasons. We have no monthly figures on work or incomes, so this explanation is the least tested.`
  };
};

const fall = ({ turn, lookedAfter, started }: ExplanationFacts): Explanation => {
  const [l2004, l2008, l2009, l2010] = ['2004', '2008', '2009', '2010'].map(lookedAfter) as [
    number,
    number,
    number,
    number
  ];
  const starts = ['2004', '2008', '2010', '2000'].map(started) as [number, number, number, number];
  assert(
    l2008 < l2004 && l2009 < l2004 && l2010 > l2004 && starts[1] < starts[0] && starts[2] > starts[0],
    'a fall to 2008'
  );
  assert(turn.fell > 1 && turn.rose > 1, 'years of fall to March 2008 and years of rise after');
  return {
    key: 'fall-before',
    name: 'The fall before',
    inShort: {
      when: '2004 to 2008',
      direction: 'Up, in children looked after and in starts',
      speaksFor: `What fell may come back: ${formatCount(l2004)} were looked after in March 2004 and ${formatCount(l2008)} in March 2008.`,
      speaksAgainst: `By March 2010 there were ${formatCount(l2010)}, more than in 2004.`
    },
    when: '2004 to 2008',
    direction: 'Up, in children looked after and in starts: what has fallen may come back by itself.',
    speaksFor: `Children looked after fell from ${formatCount(l2004)} in March 2004 to ${formatCount(l2008)} in March 2008, and the number starting in the year from ${formatCount(starts[0])} to ${formatCount(starts[1])}. The ${formatCount(l2009)} of March 2009 are still fewer than in 2004. And more had started in earlier years: ${formatCount(starts[3])} in the year to March 2000, when the return was of a sample, against ${formatCount(starts[2])} in the year to March 2010.`,
    speaksAgainst: `By March 2010 there were ${formatCount(l2010)} children looked after, more than in 2004. Numbers fell in each of the ${inWords(turn.fell)} years to March 2008 and rose in each of the ${inWords(turn.rose)} years after, to March ${2008 + turn.rose}.`
  };
};

/** The explanations in the order of the page. Throws where the figures are not as a sentence says. */
export const explanations = (facts: ExplanationFacts): Explanation[] =>
  [outline, fees, fall, registers, recession, reorganisation, source].map((explain) => explain(facts));

/** What would help to tell the explanations apart: each a finding that figures could bear out. */
export const wouldTellApart = ({ applications, onPlan }: ExplanationFacts): string[] => [
  `If the missing months of 2007 were near the ${formatCount(applications('2008', 'December'))} of December 2008, the rise would look like a return. Of 2007 we have only June, November and December.`,
  'If as many more children were taken into care in Scotland and Northern Ireland, where neither the Public Law Outline nor the fees applied, that would speak against both. If not, it would speak for them. We have no such figures.',
  `If the old return had also counted the plans of March 2010, and found about the ${formatCount(onPlan('2009'))} of March 2009, that would speak for the change of source.`,
  'If starts rose most in the councils where unemployment rose most between 2007 and 2010, that would speak for the recession. If there were no relation, it would speak against it.',
  'If applications rose most in the winter in the councils that had cut them most in spring 2008, some would only have been put off. We have no applications by council for those years.',
  `If the rise had begun in September or October 2008, before the verdicts, its start could not have come after them. We have ${formatCount(applications('2008', 'August'))} in August, ${formatCount(applications('2008', 'September'))} in September and ${formatCount(applications('2008', 'October'))} in October.`
];
